import { resolve } from 'node:path';

/**
 * The client's library and the server's each name their own patch version of the protocol's packages; one is enough for
 * both, and the bundles share it.
 */
export const oneProtocol = {
  name: 'one-protocol',
  setup(build) {
    // As it is required, too, an ECMAScript module would have to be kept from running before that.
    build.onResolve({ filter: /^vscode-languageserver-textdocument$/ }, () => ({
      path: resolve('node_modules/vscode-languageserver-textdocument/lib/umd/main.js'),
    }));
    const filter = /^vscode-(?:languageserver-protocol|languageserver-types|jsonrpc)(?:\/|$)/;
    build.onResolve({ filter }, ({ path, kind, pluginData }) =>
      pluginData === oneProtocol.name
        ? undefined
        : build.resolve(path, { kind, resolveDir: resolve('.'), pluginData: oneProtocol.name }),
    );
  },
};
