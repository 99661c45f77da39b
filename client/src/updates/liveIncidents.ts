import { EventEmitter, window, type Disposable, type Event } from 'vscode';
import { liveIncidentsRequest, type LiveIncident } from '../../../server/src/protocol/channels.ts';
import { isRefusal } from '../documents/answers.ts';
import type { DocumentStatuses } from '../documents/statuses.ts';
import type { LanguageServer } from '../languageServer.ts';

/** How often the list is asked for while an incident is live, in ms: another person may have changed a file. */
const interval = 60_000;

/** The live incidents of the workspace, newest first, kept up to date while there are any. */
export class LiveIncidents implements Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<readonly LiveIncident[]>();
  readonly #subscriptions: readonly Disposable[];
  readonly onDidChange: Event<readonly LiveIncident[]> = this.#changed.event;
  #incidents: readonly LiveIncident[] = [];
  #isAsking = false;
  #isStale = false;
  /** Nobody starts the server to learn of incidents: it is asked once it has read its first document. */
  #isKnown = false;

  constructor(server: LanguageServer, statuses: DocumentStatuses) {
    this.#server = server;
    const timer = setInterval(() => {
      if (this.#incidents.length > 0) this.refresh();
    }, interval);
    this.#subscriptions = [
      statuses.onDidChange(({ kind }) => {
        if (kind === 'incident' || !this.#isKnown) this.refresh();
      }),
      server.onMarkdownChange(() => {
        if (this.#isKnown) this.refresh();
      }),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#incidents.length > 0) this.refresh();
      }),
      { dispose: () => clearInterval(timer) },
    ];
  }

  get all(): readonly LiveIncident[] {
    return this.#incidents;
  }

  /** Asks anew; what changes while the server answers is asked for once more. */
  refresh(): void {
    this.#isKnown = true;
    this.#isStale = true;
    if (!this.#isAsking) void this.#ask();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        const answer = await this.#server.ask<readonly LiveIncident[]>(liveIncidentsRequest, null);
        if (isRefusal(answer)) return;
        this.#incidents = answer;
        this.#changed.fire(answer);
      }
    } finally {
      this.#isAsking = false;
    }
  }
}
