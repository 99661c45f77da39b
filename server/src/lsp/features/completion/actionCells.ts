import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import type { ActionDetail } from '../../../core/model/document.ts';
import { actionStatusNames } from '../../../core/model/values/actionStatus.ts';
import type { Caret } from './caret.ts';
import { choiceItems, type Choice } from './choices.ts';
import { nameAt, peopleFor } from './people.ts';

const dayMs = 24 * 60 * 60_000;
/** The days that are offered as due, counted from today: what is promised in a review is seldom further away. */
const dueIn: readonly (readonly [days: number, words: string])[] = [
  [7, 'in a week'],
  [14, 'in two weeks'],
  [30, 'in 30 days'],
  [90, 'in 90 days'],
];

/** In the row or bullet of an action, whose it is, by when, and where it stands. */
export function actionCells(caret: Caret): CompletionItem[] {
  const { document, offset } = caret;
  const holds = (detail: ActionDetail | undefined): detail is ActionDetail =>
    detail !== undefined && isAround(detail, caret);
  const item = document.actionItems.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!item) return [];
  const { owner, due, status, form } = item;
  if (holds(owner)) return choiceItems(caret, nameAt(caret, owner.span), peopleFor(caret), CompletionItemKind.Value);
  if (holds(due)) return choiceItems(caret, due.span, days(caret));
  // The box of a task is no place for words.
  if (form !== 'table-row' || !holds(status)) return [];
  return choiceItems(
    caret,
    status.span,
    actionStatusNames.map((text) => ({ text, detail: '' })),
  );
}

/** Whether the caret is in a cell: an empty one has its place somewhere between its edges. */
function isAround({ span }: ActionDetail, { document: { text }, offset, line }: Caret): boolean {
  if (span.start <= offset && offset <= span.end) return true;
  if (span.start !== span.end || offset < line.start || line.end < offset) return false;
  return /^[ \t]*$/.test(text.slice(Math.min(span.start, offset), Math.max(span.start, offset)));
}

function days({ now }: Caret): readonly Choice[] {
  return dueIn.map(([count, detail]) => ({ text: new Date(now + count * dayMs).toISOString().slice(0, 10), detail }));
}
