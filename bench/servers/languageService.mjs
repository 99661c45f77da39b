// A language server on VS Code's own Markdown service, which looks for links that lead nowhere.
import { existsSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { createLanguageService, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { serve } from './serve.mjs';

const options = {
  validateReferences: 'warning',
  validateFragmentLinks: 'warning',
  validateFileLinks: 'warning',
  validateMarkdownFileLinkFragments: 'warning',
  validateUnusedLinkDefinitions: 'warning',
  validateDuplicateLinkDefinitions: 'warning',
  ignoreLinks: [],
};
const uncancelled = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const neverFires = () => ({ dispose() {} });

serve((documents) => {
  const parser = new MarkdownIt({ html: true });
  const service = createLanguageService({
    workspace: {
      workspaceFolders: [],
      onDidChangeMarkdownDocument: (listener) => documents.onDidChangeContent(({ document }) => listener(document)),
      onDidCreateMarkdownDocument: neverFires,
      onDidDeleteMarkdownDocument: neverFires,
      getAllMarkdownDocuments: async () => documents.all(),
      hasMarkdownDocument: (uri) => documents.get(uri.toString()) !== undefined,
      openMarkdownDocument: async (uri) => documents.get(uri.toString()),
      stat: async (uri) => (existsSync(URI.revive(uri).fsPath) ? { isDirectory: false } : undefined),
      readDirectory: async () => [],
    },
    parser: { slugifier: githubSlugifier, tokenize: async (document) => parser.parse(document.getText(), {}) },
    logger: { level: LogLevel.Off, log() {} },
  });
  return (document) => service.computeDiagnostics(document, options, uncancelled);
});
