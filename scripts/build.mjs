// Bundles the extension, the language server and the command line into dist/, and with --tests the tests into out/test/.
import { chmod, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { writeConfigurationSchema } from './build/configurationSchema.mjs';
import { embedCapabilities } from './build/embedCapabilities.mjs';
import { embedMarkdown } from './build/embedMarkdown.mjs';
import { oneContext } from './build/oneContext.mjs';
import { oneProtocol } from './build/oneProtocol.mjs';
import { buildPrograms } from './build/programs.mjs';
import { nameSources } from './build/sources.mjs';
import { testFiles } from './build/testFiles.mjs';
import { withoutUnusedParts } from './build/unusedParts.mjs';
import { yamlInModules } from './build/yamlInModules.mjs';

const withTests = process.argv.includes('--tests');
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  // The scripts that carry a runbook's step into a shell.
  loader: { '.bash': 'text', '.zsh': 'text', '.fish': 'text', '.sh': 'text', '.ps1': 'text', '.cmd': 'text' },
  plugins: [nameSources, embedMarkdown, oneContext, yamlInModules],
};

await rm('dist', { recursive: true, force: true });
const programs = {
  ...common,
  outdir: 'dist',
  external: ['vscode'],
  plugins: [...common.plugins, embedCapabilities, oneProtocol, withoutUnusedParts],
};
await Promise.all([
  buildPrograms({
    ...programs,
    // The server's threads begin with its own file: a file for them would part what is bundled, and the package grow.
    entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/lsp/main.ts' },
    chunkNames: 'chunk-[hash]',
  }),
  // The command line shares no file with the extension, whose package goes without it.
  buildPrograms({
    ...programs,
    entryPoints: {
      cli: 'server/src/cli/main.ts',
      // The command line says again what it has said before without loading the linter.
      cliProgram: 'server/src/cli/program.ts',
    },
    chunkNames: 'cli-chunk-[hash]',
    banners: { 'cli.js': '#!/usr/bin/env node\n' },
  }),
]);
await chmod('dist/cli.js', 0o755);
await writeConfigurationSchema('dist/config.schema.json');

if (withTests) {
  await rm('out/test', { recursive: true, force: true });
  await Promise.all([
    build({
      ...common,
      sourcemap: 'linked',
      entryPoints: await testFiles('server/test'),
      outdir: 'out/test/server',
      outbase: 'server/test',
      format: 'esm',
      splitting: true,
      outExtension: { '.js': '.mjs' },
      external: ['mocha'],
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    }),
    build({
      ...common,
      sourcemap: 'linked',
      entryPoints: ['client/test/index.ts', ...(await testFiles('client/test'))],
      outdir: 'out/test/client',
      outbase: 'client/test',
      format: 'cjs',
      external: ['vscode', 'mocha'],
    }),
  ]);
}
