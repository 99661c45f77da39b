// A language server that does the least a linter on the same parser can do: a whole parse for each change, and three trivial checks.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: 2,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  return { kind: 'full', items: document ? check(document.getText()) : [] };
});
documents.listen(connection);
connection.listen();

function check(text) {
  const tree = parser.parse(text);
  const items = [];
  const report = (node, message) => {
    const { start, end } = node.position;
    items.push({
      range: {
        start: { line: start.line - 1, character: start.column - 1 },
        end: { line: end.line - 1, character: end.column - 1 },
      },
      message,
    });
  };
  if (!tree.children.some((node) => node.type === 'heading' && node.depth === 1)) report(tree, 'No title.');
  const visit = (node) => {
    if (node.type === 'code' && !node.lang) report(node, 'No language.');
    if (node.type === 'link' && node.url === '') report(node, 'No address.');
    node.children?.forEach(visit);
  };
  visit(tree);
  return items;
}
