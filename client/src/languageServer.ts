import {
  CancellationTokenSource,
  commands,
  EventEmitter,
  window,
  workspace,
  type Disposable,
  type Event,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { documentStatusNotification, type DocumentStatus, type Refusal } from '../../server/src/protocol/channels.ts';

/** How long a command waits for the server before it tells the person, in ms. */
const patience = 15_000;

/** The language server as the commands see it: started, asked and restarted here and nowhere else. */
export class LanguageServer implements Disposable {
  readonly #extension: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #status = new EventEmitter<DocumentStatus>();
  readonly #watchers = ['**/*.md', '**/.incident-docs/**'].map((glob) => workspace.createFileSystemWatcher(glob));
  #client: Promise<LanguageClient | undefined> = Promise.resolve(undefined);
  #hasBegun = false;
  /** What tells of the first document of use; undefined where there is one from the start. */
  #awaited: Disposable | undefined;

  /** Fires whenever the server has read a version of an open document. */
  readonly onDocumentStatus: Event<DocumentStatus> = this.#status.event;

  /** Fires whenever a Markdown file of the workspace is made, changed or removed. */
  onMarkdownChange(listener: () => void): Disposable {
    const [watcher] = this.#watchers;
    const subscriptions = [
      watcher?.onDidCreate(listener),
      watcher?.onDidChange(listener),
      watcher?.onDidDelete(listener),
    ];
    return { dispose: () => subscriptions.forEach((subscription) => subscription?.dispose()) };
  }

  constructor(extension: ExtensionContext, log: LogOutputChannel) {
    this.#extension = extension;
    this.#log = log;
  }

  /**
   * Starts the server as soon as it is of use, and waits for nothing: with the first Markdown document or configuration that
   * is open, with a workspace that has a configuration, or with the first question. Other YAML does not need it. A person
   * hears of a failure once.
   */
  start(): void {
    if (workspace.textDocuments.some(isOfUse)) return this.#begin();
    this.#awaited = workspace.onDidOpenTextDocument((document) => {
      if (isOfUse(document)) this.#begin();
    });
    void workspace.findFiles('**/.incident-docs/*', undefined, 1).then((found) => {
      if (found.length > 0) this.#begin();
    });
  }

  /** Settles once the server runs again, or has failed to: then false. */
  async restart(): Promise<boolean> {
    this.#hasBegun = true;
    const client = await this.#client;
    this.#client = this.#guarded(client ? client.restart().then(() => client) : this.#connect());
    return (await this.#client) !== undefined;
  }

  /** Asks a question of our own protocol. */
  async ask<R>(request: string, params: object | null): Promise<R | Refusal> {
    const cancellation = new CancellationTokenSource();
    const timer = setTimeout(() => cancellation.cancel(), patience);
    this.#begin();
    try {
      const client = await this.#client;
      if (!client)
        return {
          reason: 'The language server is not running; the command "Incident Docs: Restart Server" starts it again.',
        };
      return await client.sendRequest<R | Refusal>(request, params, cancellation.token);
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

  dispose(): void {
    this.#awaited?.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
    this.#status.dispose();
    this.#client
      .then((client) => client?.stop())
      .catch((error: unknown) => this.#log.error('The language server did not end by itself.', error));
  }

  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#awaited?.dispose();
    this.#client = this.#guarded(this.#connect());
  }

  async #connect(): Promise<LanguageClient> {
    // The client's library takes longer to load than all that is ours: nobody waits for it.
    const { createLanguageClient, refreshCodeLenses } = await import('./languageClient.ts');
    const client = createLanguageClient(this.#extension, this.#log, this.#watchers, () => void this.#offerHelp());
    client.onNotification(documentStatusNotification, (status: DocumentStatus) => this.#status.fire(status));
    this.#extension.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => refreshCodeLenses(client)));
    await client.start();
    return client;
  }

  async #guarded(starting: Promise<LanguageClient>): Promise<LanguageClient | undefined> {
    try {
      return await starting;
    } catch (error) {
      this.#log.error('The language server could not start.', error);
      void this.#offerHelp();
      return undefined;
    }
  }

  async #offerHelp(): Promise<void> {
    const message =
      'The language server of Incident Docs does not run, so documents are not checked and its commands do not work.';
    const choice = await window.showErrorMessage(message, 'Restart', 'Show Output');
    if (choice === 'Restart') await commands.executeCommand('incidentDocs.restartServer');
    if (choice === 'Show Output') this.#log.show();
  }
}

/** Whether the server has anything to say of a document. */
function isOfUse({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' || uri.path.includes('/.incident-docs/');
}
