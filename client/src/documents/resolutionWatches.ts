import { commands, StatusBarAlignment, ThemeColor, Uri, window, type Disposable, type Memento } from 'vscode';
import type { DocumentStatuses } from './statuses.ts';

/** An incident whose mitigation is being watched before it is resolved. */
export interface ResolutionWatch {
  readonly uri: string;
  readonly title: string;
  /** ISO 8601. */
  readonly until: string;
  readonly resolution: string;
  readonly rootCause: string | undefined;
}

const memory = 'incidentDocs.resolutionWatches';
/** How often the minutes are counted anew, in ms. */
const tick = 5000;

/** The incidents that are watched, remembered across reloads; the status bar counts down, and at the end the figures are asked for again. */
export class ResolutionWatches implements Disposable {
  readonly #workspaceState: Memento;
  readonly #item = window.createStatusBarItem('incidentDocs.watch', StatusBarAlignment.Left, 99);
  readonly #told = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  readonly #subscription: Disposable;

  constructor(statuses: DocumentStatuses, workspaceState: Memento) {
    this.#workspaceState = workspaceState;
    this.#item.name = 'Incident Watch';
    this.#timer = setInterval(() => this.#show(), tick);
    // Somebody has resolved it in another way.
    this.#subscription = statuses.onDidChange(({ uri, kind, live }) => {
      if (kind === 'incident' && live === false) void this.end(Uri.parse(uri).toString());
    });
    this.#show();
  }

  of(uri: string): ResolutionWatch | undefined {
    return this.#all().find((watch) => watch.uri === uri);
  }

  /** Begins a watch, or sets it anew. */
  async begin(watch: ResolutionWatch): Promise<void> {
    this.#told.delete(watch.uri);
    await this.#keep([...this.#all().filter(({ uri }) => uri !== watch.uri), watch]);
  }

  async end(uri: string): Promise<void> {
    if (this.of(uri)) await this.#keep(this.#all().filter((watch) => watch.uri !== uri));
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #all(): readonly ResolutionWatch[] {
    return this.#workspaceState.get<readonly ResolutionWatch[]>(memory, []);
  }

  async #keep(watches: readonly ResolutionWatch[]): Promise<void> {
    await this.#workspaceState.update(memory, watches);
    this.#show();
  }

  #show(): void {
    const [first] = this.#all().toSorted((a, b) => (a.until < b.until ? -1 : 1));
    if (!first) {
      this.#item.hide();
      return;
    }
    const left = Math.ceil((Date.parse(first.until) - Date.now()) / 60_000);
    this.#item.text = left > 0 ? `$(eye) Watching: ${left} min left` : '$(eye) Watch is over';
    this.#item.backgroundColor = left > 0 ? undefined : new ThemeColor('statusBarItem.warningBackground');
    this.#item.tooltip = `${first.title}: resolved once error rate and latency still hold.`;
    this.#item.command = {
      command: 'incidentDocs.resolveIncident',
      title: 'Resolve Incident',
      arguments: [{ uri: first.uri }],
    };
    this.#item.show();
    for (const watch of this.#all()) if (Date.parse(watch.until) <= Date.now()) void this.#tell(watch);
  }

  async #tell({ uri, title }: ResolutionWatch): Promise<void> {
    if (this.#told.has(uri)) return;
    this.#told.add(uri);
    const resolve = 'Look Again and Resolve';
    const choice = await window.showInformationMessage(
      `The watch of "${title}" is over: are error rate and latency still good?`,
      resolve,
      'Stop Watching',
    );
    if (choice === resolve) await commands.executeCommand('incidentDocs.resolveIncident', { uri });
    else if (choice !== undefined) await this.end(Uri.parse(uri).toString());
  }
}
