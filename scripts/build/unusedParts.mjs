import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { loadModule } from './module.mjs';

/** What the client's library can do for servers that offer it, by its files, and how such servers say so. */
const clientFeatures = {
  callHierarchy: ['callHierarchyProvider'],
  colorProvider: ['colorProvider'],
  declaration: ['declarationProvider'],
  documentHighlight: ['documentHighlightProvider'],
  executeCommand: ['executeCommandProvider'],
  implementation: ['implementationProvider'],
  inlineCompletion: ['inlineCompletionProvider'],
  inlineValue: ['inlineValueProvider'],
  linkedEditingRange: ['linkedEditingRangeProvider'],
  semanticTokens: ['semanticTokensProvider'],
  signatureHelp: ['signatureHelpProvider'],
  textDocumentContent: [],
  typeDefinition: ['typeDefinitionProvider'],
  typeHierarchy: ['typeHierarchyProvider'],
};

/** Parts of libraries that come along with what is used: the file, as a pattern, and what stands in for its content. */
const parts = [
  {
    filter: namedFiles('vscode-languageclient/lib/common', Object.keys(clientFeatures)),
    replace: (content) => `class Absent {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  clear() {}
}
${exportsOf(content, 'Absent')}`,
  },
  {
    // Others ask it for what it hears of notebooks, whose cells are no documents of ours.
    filter: namedFiles('vscode-languageclient/lib/common', ['notebook']),
    replace: () => `const never = () => ({ dispose() {} });
exports.NotebookDocumentSyncFeature = class {
  static CellScheme = 'vscode-notebook-cell';
  registrationType = { method: 'notebookDocument/sync' };
  onOpenNotificationSent = never;
  onChangeNotificationSent = never;
  onSaveNotificationSent = never;
  onCloseNotificationSent = never;
  fillClientCapabilities() {}
  initialize() {}
  register() {}
  unregister() {}
  handles() { return false; }
  getState() { return { kind: 'static' }; }
  clear() {}
};`,
  },
  {
    // What they add to a connection is asked for by nobody.
    filter: namedFiles('vscode-languageserver/lib/common', [
      'callHierarchy',
      'inlineCompletion',
      'inlineValue',
      'linkedEditingRange',
      'moniker',
      'notebook',
      'semanticTokens',
      'textDocumentContent',
      'typeHierarchy',
    ]),
    replace: (content) => `const unchanged = (Base) => Base;\n${exportsOf(content, 'unchanged')}`,
  },
  {
    // How requests are called that neither side makes; the client's library looks for its part for notebooks by its name.
    filter: namedFiles(
      'vscode-languageserver-protocol/lib/common',
      ['callHierarchy', 'colorProvider', 'inlineCompletion', 'inlineValue', 'linkedEditingRange', 'moniker']
        .concat('semanticTokens', 'textDocumentContent', 'typeHierarchy')
        .map((name) => `protocol[.]${name}`),
    ),
    replace: (content) => {
      const [, names] = /^((?:exports\.\w+ = )+)void 0;/m.exec(content) ?? [];
      return names && `${names}Object.freeze({});`;
    },
  },
  {
    // Finds modules of the workspace, for servers that load some.
    filter: namedFiles('vscode-languageserver/lib/node', ['files']),
    replace: (content) => exportsOf(content, 'undefined'),
  },
  {
    // The manifest says which versions of the editor are old enough, and the editor heeds it.
    filter: namedFiles('semver/functions', ['parse', 'satisfies']),
    replace: () => 'module.exports = () => ({});',
  },
  {
    // The server has a matcher of its own, which can do the same for the files that it wants to hear of.
    filter: namedFiles('minimatch/dist/commonjs', ['index']),
    replace: () => `const picomatch = require('picomatch');
exports.Minimatch = class {
  constructor(glob, options) {
    this.match = picomatch(glob, options);
    this.makeRe = () => true;
  }
};`,
  },
  {
    // Markdown is read, and never written from a tree.
    filter: namedFiles('mdast-util-gfm/lib', ['index']),
    replace: (content) => {
      const changed = content.replace('export function gfmToMarkdown(', 'function unused(');
      return changed === content ? undefined : `${changed}\nexport function gfmToMarkdown() { return {}; }`;
    },
  },
  {
    // What YAML 1.1 has beside the kinds of values of YAML 1.2.
    filter: namedFiles('yaml/browser/dist/schema/yaml-1[.]1', ['binary', 'omap', 'pairs', 'set', 'timestamp']),
    replace: (content) => {
      const names = /^export \{ (.+) \};/m.exec(content)?.[1]?.split(', ');
      return names?.map((name) => `export const ${name} = undefined;`).join('\n');
    },
  },
  {
    // No text is read by their rules: what names YAML 1.1 in its first line is read as YAML 1.2, as all else.
    filter: namedFiles('yaml/browser/dist/schema', ['json/schema', 'yaml-1[.]1/schema']),
    replace: (content) => content.includes('export { schema };') && "export { schema } from '../core/schema.js';",
  },
  {
    // Each module brings along how to copy another one, which is of use where that is no object by itself.
    filter:
      /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageclient|languageserver|languageserver-protocol)[\\/]lib[\\/].*\.js$/,
    replace: (content) =>
      content.includes('var __importStar =') && !content.includes('var __exportStar =')
        ? `const __importStar = (module) => module;\n${content.replace(importHelpers, '')}`
        : content,
  },
];

/** The functions with which TypeScript copies a module. */
const importHelpers = /^var __(?:createBinding|setModuleDefault|importStar) = [^]*?^(?:\}\)|\}\)\(\));\n/gm;

/**
 * Leaves out of the bundles what libraries bring along and nothing here calls: a quarter of the package. The build fails where
 * a library has changed so that a part is not found any more, and where the server offers what the client has left out.
 */
export const withoutUnusedParts = {
  name: 'without-unused-parts',
  setup({ onStart, onLoad }) {
    onStart(async () => {
      const { features } = await loadModule('server/src/lsp/features/index.ts');
      const offered = new Set(features.flatMap(({ capabilities }) => Object.keys(capabilities)));
      const missing = Object.values(clientFeatures)
        .flat()
        .filter((capability) => offered.has(capability));
      return { errors: missing.map((name) => ({ text: `The server offers ${name}, which the client has left out.` })) };
    });
    for (const { filter, replace } of parts) {
      onLoad({ filter }, async ({ path }) => {
        const contents = replace(await readFile(path, 'utf8'));
        return contents ? { contents } : { errors: [{ text: `${basename(path)} has another content than is known.` }] };
      });
    }
  },
};

function namedFiles(folder, names) {
  return new RegExp(
    `[\\\\/]node_modules[\\\\/]${folder.replaceAll('/', '[\\\\/]')}[\\\\/](?:${names.join('|').replaceAll('/', '[\\\\/]')})\\.js$`,
  );
}

/** A CommonJS module that exports one value by all the names that another one exports. */
function exportsOf(content, value) {
  const names = [...content.matchAll(/^exports\.(\w+) = \1;/gm)].map(([, name]) => name);
  return names.length === 0 ? undefined : names.map((name) => `exports.${name} = ${value};`).join('\n');
}
