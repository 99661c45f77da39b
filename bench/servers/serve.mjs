import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A language server that does nothing but answer for a document with what a check makes of it, anew for each request. */
export function serve(makeCheck) {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  const check = makeCheck(documents);
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: 2,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }));
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: 'full', items: document ? await check(document) : [] };
  });
  documents.listen(connection);
  connection.listen();
}

/** A finding from one place to another; lines and columns count from 1. */
export function finding(start, end, message) {
  return {
    range: {
      start: { line: start.line - 1, character: start.column - 1 },
      end: { line: end.line - 1, character: end.column - 1 },
    },
    message,
  };
}
