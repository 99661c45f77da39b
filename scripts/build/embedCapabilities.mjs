import { loadModule } from './module.mjs';

/** Makes what the server's features can do a module of its own, so that a client hears of it before they are loaded. */
export const embedCapabilities = {
  name: 'embed-capabilities',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^incident-docs:capabilities$/ }, ({ path }) => ({ path, namespace: 'embed-capabilities' }));
    onLoad({ filter: /.*/, namespace: 'embed-capabilities' }, async () => {
      const { features } = await loadModule('server/src/lsp/features/index.ts');
      const all = features.map((feature) => feature.capabilities);
      // Several features may each say what they do with the files of the workspace.
      const workspace = Object.assign({}, ...all.map((capabilities) => capabilities.workspace));
      const capabilities = { ...Object.assign({}, ...all), workspace };
      return { contents: JSON.stringify(capabilities), loader: 'json' };
    });
  },
};
