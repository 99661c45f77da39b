import {
  commands,
  Uri,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type FileSystemWatcher,
  type LogOutputChannel,
} from 'vscode';
import {
  CancellationTokenSource,
  CodeLensRequest,
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import {
  documentStatusNotification,
  runStepCommand,
  type DocumentStatus,
  type Refusal,
} from '../../server/src/protocol/channels.ts';

/** How long a command waits for the server before it tells the person, in ms. */
const patience = 15_000;

/** The language server as the commands see it: started, asked and restarted here and nowhere else. */
export class LanguageServer implements Disposable {
  readonly #client: LanguageClient;
  readonly #log: LogOutputChannel;
  readonly #subscriptions: readonly Disposable[];
  #started: Promise<boolean> = Promise.resolve(false);

  constructor(extension: ExtensionContext, log: LogOutputChannel) {
    const module = Uri.joinPath(extension.extensionUri, 'dist', 'server.js').fsPath;
    const watchers = ['**/*.md', '**/.incident-docs/**'].map((glob) => workspace.createFileSystemWatcher(glob));
    this.#log = log;
    this.#client = new LanguageClient(
      'incidentDocs',
      'Incident Docs',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
      },
      optionsOf(log, watchers),
    );
    this.#subscriptions = [...watchers, workspace.onDidGrantWorkspaceTrust(() => this.#refreshCodeLenses())];
  }

  /** Starts the server without waiting for it; a person hears of a failure once. */
  start(): void {
    this.#started = this.#watch(this.#client.start());
  }

  /** Settles once the server runs again, or has failed to. */
  async restart(): Promise<boolean> {
    this.#started = this.#watch(this.#client.restart());
    return this.#started;
  }

  /** Asks a question of our own protocol. */
  async ask<R>(request: string, params: object | null): Promise<R | Refusal> {
    const cancellation = new CancellationTokenSource();
    const timer = setTimeout(() => cancellation.cancel(), patience);
    try {
      if (!(await this.#started)) {
        return {
          reason:
            'The language server is not running; the command "Incident Docs: Restart Language Server" starts it again.',
        };
      }
      return await this.#client.sendRequest<R | Refusal>(request, params, cancellation.token);
    } catch (error) {
      if (!cancellation.token.isCancellationRequested) throw error;
      return {
        reason: `The language server gave no answer within ${patience / 1000} s; its output channel may say why.`,
      };
    } finally {
      clearTimeout(timer);
      cancellation.dispose();
    }
  }

  onDocumentStatus(listener: (status: DocumentStatus) => void): Disposable {
    return this.#client.onNotification(documentStatusNotification, listener);
  }

  async stop(): Promise<void> {
    if (await this.#started) await this.#client.stop();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #watch(starting: Promise<void>): Promise<boolean> {
    try {
      await starting;
      return true;
    } catch (error) {
      this.#log.error('The language server could not start.', error);
      void this.#offerHelp();
      return false;
    }
  }

  async #offerHelp(): Promise<void> {
    const message =
      'Incident Docs could not start its language server, so documents are not checked and its commands do not work.';
    const choice = await window.showErrorMessage(message, 'Restart', 'Show Output');
    if (choice === 'Restart') await commands.executeCommand('incidentDocs.restartServer');
    if (choice === 'Show Output') this.#log.show();
  }

  #refreshCodeLenses(): void {
    for (const document of workspace.textDocuments) {
      this.#client.getFeature(CodeLensRequest.method).getProvider(document)?.onDidChangeCodeLensEmitter.fire();
    }
  }
}

function optionsOf(log: LogOutputChannel, watchers: FileSystemWatcher[]): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'untitled', language: 'markdown' },
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
