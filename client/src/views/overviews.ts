import { EventEmitter, type Disposable, type Event } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { workspaceOverviewRequest, type WorkspaceOverview } from '../../../server/src/protocol/overview.ts';
import { isRefusal } from '../documents/answers.ts';
import type { DocumentStatuses } from '../documents/statuses.ts';
import type { LanguageServer } from '../languageServer.ts';

/** How long changes must pause before what the views list is asked for anew, in ms. */
const pause = 300;

/** What is known of the workspace's incidents and open actions: asked for when somebody looks, and again once it has changed. */
export class Overviews implements Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: readonly Disposable[];
  /** Fires when the last answer holds no more; whoever shows it asks again. */
  readonly onDidChange: Event<void> = this.#changed.event;
  #answer: Promise<WorkspaceOverview | Refusal> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(server: LanguageServer, statuses: DocumentStatuses) {
    this.#server = server;
    this.#subscriptions = [
      statuses.onDidChange(() => this.#outdate()),
      server.onMarkdownChange(() => this.#outdate()),
      { dispose: () => clearTimeout(this.#timer) },
    ];
  }

  /** The newest answer; `anew` where what has just been typed must be in it. */
  async ask({ anew = false } = {}): Promise<WorkspaceOverview | Refusal> {
    const asked =
      (anew ? undefined : this.#answer) ?? this.#server.ask<WorkspaceOverview>(workspaceOverviewRequest, null);
    this.#answer = asked;
    const answer = await asked;
    // A server that did not answer is asked again the next time.
    if (isRefusal(answer) && this.#answer === asked) this.#answer = undefined;
    return answer;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #outdate(): void {
    // Nobody has looked yet.
    if (!this.#answer) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#answer = undefined;
      this.#changed.fire();
    }, pause);
  }
}
