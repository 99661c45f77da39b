import { resolve } from 'node:path';

/** Takes the reader of YAML in the form of modules, of which only what is used is bundled; its form for Node is one whole. */
export const yamlInModules = {
  name: 'yaml-in-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^yaml$/ }, () => ({
      path: resolve('node_modules/yaml/browser/dist/index.js'),
      sideEffects: false,
    }));
  },
};
