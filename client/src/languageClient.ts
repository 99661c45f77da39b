import { Uri, workspace, type ExtensionContext, type FileSystemWatcher, type LogOutputChannel } from 'vscode';
import { CodeLensRequest, LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { runStepCommand } from '../../server/src/protocol/channels.ts';

/** The client of the language server that lies beside the extension; not started. */
export function createLanguageClient(
  { extensionUri }: ExtensionContext,
  log: LogOutputChannel,
  watchers: FileSystemWatcher[],
): LanguageClient {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  return new LanguageClient('incidentDocs', 'Incident Docs', { run, debug }, optionsOf(log, watchers));
}

/** Has the editor ask for the code lenses of all documents again. */
export function refreshCodeLenses(client: LanguageClient): void {
  const lenses = client.getFeature(CodeLensRequest.method);
  for (const document of workspace.textDocuments) lenses.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
}

function optionsOf(log: LogOutputChannel, watchers: FileSystemWatcher[]): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'untitled', language: 'markdown' },
      { scheme: 'file', pattern: '**/.incident-docs/config.yaml' },
    ],
    synchronize: { fileEvents: watchers },
    outputChannel: log,
    middleware: {
      // What runs is not even offered where the workspace is not trusted.
      provideCodeLenses: async (document, token, next) => {
        const lenses = await next(document, token);
        return workspace.isTrusted ? lenses : lenses?.filter(({ command }) => command?.command !== runStepCommand);
      },
    },
  };
}
