import {
  EventEmitter,
  window,
  workspace,
  type Disposable,
  type Event,
  type Memento,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
} from 'vscode';
import type { StepAtResult } from '../../../server/src/protocol/channels.ts';
import type { StepResult } from '../terminal/stepResult.ts';
import { moved, type LineRange } from './lineRange.ts';
import { decorationOf, type RunState, type StepMark } from './stepMark.ts';

const memory = 'incidentDocs.stepMarks';

/** The documents whose marks are remembered across reloads of the window. */
const mostDocuments = 50;

/** Who knows the steps of documents. */
export interface StepSource {
  /** The steps of a document as it is now; undefined where it can't be read yet. */
  readonly list: (document: TextDocument) => Promise<readonly StepAtResult[] | undefined>;
  /** Fires when a document has been read: what could not be listed before may be now. */
  readonly onDidRead: Event<{ readonly uri: string }>;
}

/** Shows beside each block how its last run ended; the marks move with edits above and go when their block changes. */
export class StepMarks implements Disposable {
  readonly #decoration = window.createTextEditorDecorationType({});
  readonly #marks = new Map<string, readonly StepMark[]>();
  readonly #remembered: Map<string, readonly StepMark[]>;
  readonly #workspaceState: Memento;
  readonly #source: StepSource;
  /** The documents whose steps are being listed for what is remembered. */
  readonly #restoring = new Set<string>();
  readonly #changed = new EventEmitter<string>();
  readonly #subscriptions: readonly Disposable[];

  /** Fires with a document's URI when its marks have changed. */
  readonly onDidChange: Event<string> = this.#changed.event;

  constructor(workspaceState: Memento, source: StepSource) {
    this.#workspaceState = workspaceState;
    this.#source = source;
    this.#remembered = new Map(Object.entries(workspaceState.get<Record<string, readonly StepMark[]>>(memory, {})));
    this.#subscriptions = [
      workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.#show(editor))),
      // After a reload the server may not be there in time: its first word of a document is the sign to ask again.
      source.onDidRead(({ uri }) => this.#remembered.has(uri) && this.#showAll(uri)),
      this.#decoration,
      this.#changed,
    ];
    for (const editor of window.visibleTextEditors) this.#show(editor);
  }

  /** Marks a step that begins, or one that has begun with how it ended; an edit of its block in between has taken the mark away. */
  set(document: TextDocument, { id, range }: StepAtResult, run: RunState): void {
    const uri = document.uri.toString();
    const marks = this.#marks.get(uri) ?? [];
    const begun = marks.find((mark) => mark.id === id);
    const lines = linesOf(range);
    const others = marks.filter((mark) => mark !== begun);
    if (run.state === 'running') this.#update(uri, [...others, { id, lines, run }]);
    else if (begun) this.#update(uri, run.state === 'refused' ? others : [...others, { ...begun, run }]);
  }

  /** The last run of a step; undefined where it has not run, or its block was changed since. */
  runOf({ uri }: Pick<TextDocument, 'uri'>, id: string): RunState | undefined {
    return this.#marks.get(uri.toString())?.find((mark) => mark.id === id)?.run;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const marks = this.#marks.get(uri);
    if (!marks || contentChanges.length === 0) return;
    const kept = marks.flatMap((mark) => {
      const lines = contentChanges.reduce<StepMark['lines'] | undefined>(
        (at, change) => at && moved(at, change),
        mark.lines,
      );
      return lines ? [{ ...mark, lines }] : [];
    });
    this.#update(uri, kept);
  }

  #update(uri: string, marks: readonly StepMark[]): void {
    // The newest document last, so that the oldest is the first to be forgotten.
    this.#marks.delete(uri);
    this.#marks.set(uri, marks);
    this.#showAll(uri);
    const kept = [...this.#remembered, ...this.#marks].map(
      ([key, all]) => [key, all.map(({ run, ...mark }) => ({ ...mark, run: afterReload(run) }))] as const,
    );
    void this.#workspaceState.update(
      memory,
      Object.fromEntries(kept.filter(([, all]) => all.length > 0).slice(-mostDocuments)),
    );
    this.#changed.fire(uri);
  }

  #showAll(uri: string): void {
    for (const editor of window.visibleTextEditors) if (editor.document.uri.toString() === uri) this.#show(editor);
  }

  #show(editor: TextEditor): void {
    const uri = editor.document.uri.toString();
    const remembered = this.#remembered.get(uri);
    if (remembered) void this.#restore(editor.document, remembered);
    const marks = this.#marks.get(uri) ?? [];
    editor.setDecorations(
      this.#decoration,
      marks.map((mark) => decorationOf(mark, editor.document)),
    );
  }

  /** Until the steps are known, what is remembered stays remembered. */
  async #restore(document: TextDocument, remembered: readonly StepMark[]): Promise<void> {
    const uri = document.uri.toString();
    if (this.#restoring.has(uri)) return;
    this.#restoring.add(uri);
    const steps = await this.#source.list(document).catch(() => undefined);
    this.#restoring.delete(uri);
    if (!steps) return;
    this.#remembered.delete(uri);
    const newer = this.#marks.get(uri) ?? [];
    const standing = remembered.flatMap((mark) => {
      const step = steps.find(({ id }) => id === mark.id);
      return step && !newer.some(({ id }) => id === mark.id) ? [{ ...mark, lines: linesOf(step.range) }] : [];
    });
    this.#update(uri, [...standing, ...newer]);
  }
}

function linesOf({ start, end }: StepAtResult['range']): LineRange {
  return { first: start.line, last: end.line, lastLength: end.character };
}

/** What is known of a run once the window that watched it is gone. What ran is not kept: it may hold a secret. */
function afterReload(run: RunState): StepResult {
  if (run.state !== 'running') return { ...run, command: '' };
  const reason = 'The window was closed or loaded again while this step ran; its terminal may show how it ended.';
  return { state: 'unknown', startedAt: run.startedAt, durationMs: 0, command: '', reason };
}
