import {
  CompletionItemKind,
  extensions,
  Uri,
  workspace,
  type CompletionItem,
  type ExtensionContext,
  type FileSystemWatcher,
  type LogOutputChannel,
} from 'vscode';
import {
  CloseAction,
  CodeLensRequest,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { runSectionCommand, runStepCommand } from '../../server/src/protocol/channels.ts';

/** How often a server that ends is started again within `endsForgottenAfter`, in ms. */
const mostRestarts = 4;
const endsForgottenAfter = 180_000;

/** What goes wrong is told once, by us, in words for the person; the library's own words go to the output channel. */
class CalmLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/**
 * The client of the language server that lies beside the extension; not started.
 * @param onGivenUp called once a server that was running has ended so often that it is not started again
 */
export function createLanguageClient(
  { extensionUri }: ExtensionContext,
  log: LogOutputChannel,
  watchers: FileSystemWatcher[],
  onGivenUp: () => void,
): LanguageClient {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  const errorHandler = restarting(() => client.state === State.Starting, onGivenUp);
  const options = { ...optionsOf(log, watchers), errorHandler };
  const client: LanguageClient = new CalmLanguageClient('incidentDocs', 'Incident Docs', { run, debug }, options);
  return client;
}

/** Starts a server again that has ended, but neither one that has not come up yet nor one that keeps ending. */
function restarting(isStarting: () => boolean, onGivenUp: () => void): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < endsForgottenAfter), now];
      const isRestarted = !isStarting() && ends.length <= mostRestarts;
      if (!isRestarted && !isStarting()) onGivenUp();
      const action = isRestarted ? CloseAction.Restart : CloseAction.DoNotRestart;
      return {
        action,
        handled: true,
        message: `The language server has ended and is ${isRestarted ? '' : 'not '}started again.`,
      };
    },
  };
}

/** Has the editor ask for the code lenses of all documents again. */
export function refreshCodeLenses(client: LanguageClient): void {
  const lenses = client.getFeature(CodeLensRequest.method);
  for (const document of workspace.textDocuments) lenses.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
}

/** The commands of lenses that run something. */
const runs: ReadonlySet<string | undefined> = new Set([runStepCommand, runSectionCommand]);

/** Whether VS Code's own Markdown extension offers the same: the headings of the file that a link leads to. */
function isOffered({ kind }: CompletionItem): boolean {
  return (
    kind === CompletionItemKind.Reference &&
    extensions.getExtension('vscode.markdown-language-features') !== undefined &&
    workspace.getConfiguration('markdown').get('suggest.paths.enabled', true)
  );
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
    initializationOptions: { cache: workspace.getConfiguration('incidentDocs').get('cache', true) },
    // The failure is that of `start`, where it is told.
    initializationFailedHandler: () => false,
    middleware: {
      provideCompletionItem: async (document, position, context, token, next) => {
        const found = await next(document, position, context, token);
        return Array.isArray(found) ? found.filter((item) => !isOffered(item)) : found;
      },
      // What runs is not even offered where the workspace is not trusted.
      provideCodeLenses: async (document, token, next) => {
        const lenses = await next(document, token);
        return workspace.isTrusted ? lenses : lenses?.filter(({ command }) => !runs.has(command?.command));
      },
    },
  };
}
