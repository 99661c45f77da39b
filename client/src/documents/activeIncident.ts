import { commands, EventEmitter, Uri, window, type Disposable, type Event, type Memento } from 'vscode';
import { liveIncidentsRequest, type DocumentStatus, type LiveIncident } from '../../../server/src/protocol/channels.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isRefusal } from './answers.ts';
import type { DocumentStatuses } from './statuses.ts';

const memory = 'incidentDocs.activeIncident';

/** The incident that a person is on: the one last started or last looked at that is still live; remembered across reloads. */
export class ActiveIncident implements Disposable {
  readonly #server: LanguageServer;
  readonly #statuses: DocumentStatuses;
  readonly #workspaceState: Memento;
  readonly #changed = new EventEmitter<Uri | undefined>();
  readonly #subscriptions: readonly Disposable[];
  readonly onDidChange: Event<Uri | undefined> = this.#changed.event;

  constructor(server: LanguageServer, statuses: DocumentStatuses, workspaceState: Memento) {
    this.#server = server;
    this.#statuses = statuses;
    this.#workspaceState = workspaceState;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.#lookAt(editor && statuses.of(editor.document.uri))),
      statuses.onDidChange((status) => this.#read(status)),
    ];
    this.#announce();
  }

  /** The remembered one, as far as it is known without asking. */
  get active(): Uri | undefined {
    return this.#remembered();
  }

  /** Makes a document the active incident; undefined forgets it. */
  set(uri: Uri | undefined): void {
    if (this.#remembered()?.toString() === uri?.toString()) return;
    void this.#workspaceState.update(memory, uri?.toString());
    this.#changed.fire(uri);
    this.#announce();
  }

  /** The active incident's document; the newest live one of the workspace where the remembered one is over or gone. */
  async find(): Promise<Uri | undefined> {
    const remembered = this.#remembered();
    if (remembered && this.#statuses.of(remembered)?.live) return remembered;
    const live = await this.#server.ask<readonly LiveIncident[]>(liveIncidentsRequest, null);
    if (isRefusal(live)) return remembered;
    const found = live.find(({ uri }) => Uri.parse(uri).toString() === remembered?.toString()) ?? live[0];
    this.set(found && Uri.parse(found.uri));
    return this.#remembered();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #remembered(): Uri | undefined {
    const uri = this.#workspaceState.get<unknown>(memory);
    return typeof uri === 'string' ? Uri.parse(uri) : undefined;
  }

  #read(status: DocumentStatus): void {
    if (status.uri === window.activeTextEditor?.document.uri.toString()) this.#lookAt(status);
    if (!status.live && status.uri === this.#remembered()?.toString()) this.set(undefined);
  }

  #lookAt(status: DocumentStatus | undefined): void {
    if (status?.live) this.set(Uri.parse(status.uri));
  }

  #announce(): void {
    void commands.executeCommand('setContext', memory, this.#remembered() !== undefined);
  }
}
