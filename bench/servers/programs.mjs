import { resolve } from 'node:path';
import { build } from 'esbuild';
import { installPeer, rumdlProgram, titleOf } from '../peers.mjs';

const node = process.execPath;

/** The servers that are compared, ours first: each with its name and the words of its command. Those that are bundled, are bundled as ours is. */
export async function compareServers() {
  return [
    ours,
    await bundled('floor', 'the floor'),
    await bundled('markdownlint', titleOf('markdownlint'), 'markdownlint'),
    await bundled('remark', 'remark-lint 10.0.1', 'remark'),
    await bundled('languageService', titleOf('languageService'), 'languageService'),
    { name: `${titleOf('rumdl')} (Rust)`, words: [rumdlProgram(), 'server'] },
  ];
}

/** The server that is built into dist/. */
export const ours = { name: 'Incident Docs', words: [node, resolve('dist/server.js'), '--stdio'] };

/** The floor alone. */
export const floor = () => bundled('floor', 'the floor');

/** A server that does nothing: what Node and the protocol's library cost. */
export const nullServer = () => bundled('null', 'a server that does nothing');

async function bundled(file, name, peer) {
  const outfile = resolve('out/bench', `${file}.cjs`);
  const folder = peer && installPeer(peer);
  await build({
    entryPoints: [`bench/servers/${file}.mjs`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    // What the peer brings comes from its own folder, at its own versions.
    plugins: folder ? [fromFolder(folder)] : [],
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  return { name, words: [node, outfile, '--stdio'] };
}

/** Resolves what the peer's server imports to the peer's own packages, and the rest as usual. */
function fromFolder(folder) {
  return {
    name: 'from-folder',
    setup(builder) {
      builder.onResolve({ filter: /^[\w@]/ }, async ({ path, kind, importer, pluginData }) => {
        if (pluginData === folder || !importer.startsWith(resolve('bench'))) return undefined;
        const found = await builder.resolve(path, { kind, resolveDir: folder, pluginData: folder });
        return found.errors.length > 0 ? undefined : found;
      });
    },
  };
}
