import {
  window,
  workspace,
  type Disposable,
  type Memento,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextEditor,
} from 'vscode';
import type { StepAtResult } from '../../../server/src/protocol/channels.ts';
import { moved } from './lineRange.ts';
import { decorationOf, type RunState, type StepMark } from './stepMark.ts';

const memory = 'incidentDocs.stepMarks';

/** The documents whose marks are remembered across reloads of the window. */
const mostDocuments = 50;

/** Finds out whether a remembered mark's block still stands where it stood. */
export type FindStepId = (document: TextDocument, line: number) => Promise<string | undefined>;

/** Shows beside each block how its last run ended; the marks move with edits above and go when their block changes. */
export class StepMarks implements Disposable {
  readonly #decoration = window.createTextEditorDecorationType({});
  readonly #marks = new Map<string, readonly StepMark[]>();
  readonly #remembered: Map<string, readonly StepMark[]>;
  readonly #workspaceState: Memento;
  readonly #findStepId: FindStepId;
  readonly #subscriptions: readonly Disposable[];

  constructor(workspaceState: Memento, findStepId: FindStepId) {
    this.#workspaceState = workspaceState;
    this.#findStepId = findStepId;
    this.#remembered = new Map(Object.entries(workspaceState.get<Record<string, readonly StepMark[]>>(memory, {})));
    this.#subscriptions = [
      workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.#show(editor))),
      this.#decoration,
    ];
    for (const editor of window.visibleTextEditors) this.#show(editor);
  }

  /** Marks a step that begins, or one that has begun with how it ended; an edit of its block in between has taken the mark away. */
  set(document: TextDocument, { id, range }: StepAtResult, run: RunState): void {
    const uri = document.uri.toString();
    const marks = this.#marks.get(uri) ?? [];
    const begun = marks.find((mark) => mark.id === id);
    const lines = { first: range.start.line, last: range.end.line, lastLength: range.end.character };
    const others = marks.filter((mark) => mark !== begun);
    if (run.state === 'running') this.#update(uri, [...others, { id, lines, run }]);
    else if (begun) this.#update(uri, run.state === 'refused' ? others : [...others, { ...begun, run }]);
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
    for (const editor of window.visibleTextEditors) if (editor.document.uri.toString() === uri) this.#show(editor);
    const ended = [...this.#remembered, ...this.#marks].map(
      ([key, all]) => [key, all.filter(({ run }) => run.state !== 'running')] as const,
    );
    void this.#workspaceState.update(
      memory,
      Object.fromEntries(ended.filter(([, all]) => all.length > 0).slice(-mostDocuments)),
    );
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

  async #restore(document: TextDocument, remembered: readonly StepMark[]): Promise<void> {
    const uri = document.uri.toString();
    this.#remembered.delete(uri);
    const { version } = document;
    const ids = await Promise.all(remembered.map(({ lines }) => this.#findStepId(document, lines.first)));
    const standing = remembered.filter(({ id }, index) => ids[index] === id);
    if (document.version === version) this.#update(uri, [...standing, ...(this.#marks.get(uri) ?? [])]);
  }
}
