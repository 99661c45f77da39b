import { EventEmitter, workspace, type Disposable, type Event, type Uri } from 'vscode';
import type { DocumentStatus } from '../../../server/src/protocol/channels.ts';
import type { LanguageServer } from '../languageServer.ts';

/** What the server has said of the open documents: their kinds, templates and states. */
export class DocumentStatuses implements Disposable {
  readonly #statuses = new Map<string, DocumentStatus>();
  readonly #changed = new EventEmitter<DocumentStatus>();
  readonly #subscriptions: readonly Disposable[];
  readonly onDidChange: Event<DocumentStatus> = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#subscriptions = [
      server.onDocumentStatus((status) => {
        this.#statuses.set(status.uri, status);
        this.#changed.fire(status);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#statuses.delete(uri.toString())),
    ];
  }

  of(uri: Uri): DocumentStatus | undefined {
    return this.#statuses.get(uri.toString());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
