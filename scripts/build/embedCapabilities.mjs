import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { embedMarkdown } from './embedMarkdown.mjs';
import { nameSources } from './sources.mjs';

/** Makes what the server's features can do a module of its own, so that a client hears of it before they are loaded. */
export const embedCapabilities = {
  name: 'embed-capabilities',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^incident-docs:capabilities$/ }, ({ path }) => ({ path, namespace: 'embed-capabilities' }));
    onLoad({ filter: /.*/, namespace: 'embed-capabilities' }, async () => {
      const outfile = resolve('out/build/features.cjs');
      await build({
        entryPoints: ['server/src/lsp/features/index.ts'],
        outfile,
        bundle: true,
        format: 'cjs',
        platform: 'node',
        logLevel: 'warning',
        plugins: [nameSources, embedMarkdown],
      });
      const { features } = createRequire(import.meta.url)(outfile);
      const all = features.map((feature) => feature.capabilities);
      // Several features may each say what they do with the files of the workspace.
      const workspace = Object.assign({}, ...all.map((capabilities) => capabilities.workspace));
      const capabilities = { ...Object.assign({}, ...all), workspace };
      return { contents: JSON.stringify(capabilities), loader: 'json' };
    });
  },
};
