import type { List, RootContent, Table as TableNode } from 'mdast';
import { columnOf } from '../../model/actionColumns.ts';
import { blankAction } from '../../model/actionItems.ts';
import type { ActionItem, IncidentDocument } from '../../model/document.ts';
import { readActionStatus } from '../../model/values/actionStatus.ts';
import { saysNothing } from '../../model/values/absent.ts';
import { spanOf } from '../../parse/markdown.ts';
import type { Section } from '../../parse/outline.ts';
import { readTable } from '../../parse/table.ts';
import { wordsOf } from '../../parse/walk.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import { at, type Span } from '../../text/span.ts';
import { applyEdits } from '../apply.ts';
import type { Edit } from '../edit.ts';
import { draftOf } from '../newDocument.ts';
import { cellWords } from '../rowForm.ts';
import { purposeOf, wordsOfAction } from './actionWords.ts';
import type { Sheet } from './timeline.ts';

/** An action as the postmortem gets it. */
interface CarriedAction {
  readonly words: string;
  readonly owner: string | undefined;
  readonly due: string | undefined;
  readonly status: string | undefined;
  readonly ticket: string | undefined;
  readonly state: ActionItem['state'];
  readonly purpose: string;
}

/**
 * The text of a postmortem with the post-incident actions as its action items (S2): owner, due date and status kept, as rows
 * or bullets as the template has them, in place of the template's own empty ones.
 */
export async function withActions(
  { text, path, folder, template }: Sheet,
  incident: IncidentDocument,
): Promise<string> {
  const draft = await draftOf(text, path, template);
  const places = sectionsOfRole(draft.alignment, 'actions').flatMap(placesIn);
  const actions = incident.actionItems.map((item) => actionFrom(incident, item, folder));
  if (places.length === 0) return text;
  const edits = places.flatMap((place, index) => {
    const own = actions.filter((action) => placeOf(action, places) === index);
    if (own.length === 0) return [];
    return place.block.type === 'table' ? rowsIn(draft, place.block, own) : itemsIn(draft, place.block, own);
  });
  return applyEdits(text, edits);
}

interface ActionPlace {
  readonly heading: string;
  readonly block: TableNode | List;
}

/** The tables and lists for actions, each under the heading that says what it is for. */
function placesIn(section: Section): ActionPlace[] {
  const block = section.body.find((node: RootContent): node is TableNode | List => /^(?:table|list)$/.test(node.type));
  return [
    ...(block ? [{ heading: section.heading.text.toLowerCase(), block }] : []),
    ...section.children.flatMap(placesIn),
  ];
}

/** The place whose heading is for what an action is for, else the last one, which takes what mends. */
function placeOf({ purpose }: CarriedAction, places: readonly ActionPlace[]): number {
  const named = places.findIndex(({ heading }) => heading.startsWith(purpose));
  return named >= 0 ? named : places.length - 1;
}

/** Undefined for what only stands where something is to be said. */
function said(value: string | undefined): string | undefined {
  return value === undefined || saysNothing(value) ? undefined : value;
}

function actionFrom(incident: IncidentDocument, item: ActionItem, folder: string): CarriedAction {
  const state = { open: undefined, done: 'Done', dropped: 'Cancelled' }[item.state];
  const words = wordsOfAction(incident, item, folder);
  return {
    words,
    owner: said(item.owner?.value),
    due: said(item.due?.value),
    status: state ?? readActionStatus(said(item.status?.value) ?? '')?.name,
    ticket: item.ticket?.value,
    state: item.state,
    purpose: purposeOf(item.text),
  };
}

/** Rows for a table's columns; what no column takes stands behind the words. */
function rowsIn({ text, lines }: IncidentDocument, node: TableNode, actions: readonly CarriedAction[]): Edit[] {
  const table = readTable(node, text);
  if (!table) return [];
  const columns = table.header.cells.map(({ words }) => ({ column: columnOf(words) }));
  const known = new Set(columns.map(({ column }) => column));
  const wordsAt = Math.max(
    0,
    columns.findIndex(({ column }) => column === 'text'),
  );
  const stubs = table.rows.filter(({ cells }) => blankAction.test(cells[wordsAt]?.words ?? ''));
  const stub = stubs[0]?.cells.map(({ words }) => words) ?? [];
  const rows = actions.map((action) => {
    const { words, owner, due, status, ticket, state, purpose } = action;
    const mark = known.has('status') ? '' : statusMark(status);
    const rest = behindWords(action, known, undefined) + mark;
    const open = state === 'open' && stub.length > 0 ? undefined : 'Open';
    const cells = columns.map(({ column }, index) => {
      const usual = stub[index] ?? '';
      if (index === wordsAt) return cellWords(words + rest);
      if (column === 'owner') return cellWords(owner ?? '@owner');
      if (column === 'due') return due ?? 'YYYY-MM-DD';
      if (column === 'status') return status ?? open ?? usual;
      if (column === 'ticket') return ticket ?? usual;
      return column === 'type' ? shortPurpose(purpose) : usual;
    });
    return `| ${cells.join(' | ')} |`;
  });
  return [
    inPlaceOf(
      text,
      stubs.map(({ span }) => span),
      table.span,
      rows.join(lines.newline),
      lines.newline,
    ),
  ];
}

/** `(owner: @alice, due: 2024-02-01)`: the details for which there is no column. */
function behindWords(
  { owner, due }: CarriedAction,
  columns: ReadonlySet<string | undefined>,
  status: string | undefined,
): string {
  const details = [
    owner !== undefined && !columns.has('owner') ? `owner: ${owner}` : '',
    due !== undefined && !columns.has('due') ? `due: ${due}` : '',
    status === undefined ? '' : `status: ${status}`,
  ].filter((detail) => detail !== '');
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}

/** As Google SRE has it in a table without a column for it. */
function statusMark(status: string | undefined): string {
  if (status === 'Done') return ' **DONE**';
  return status === 'In Progress' ? ' **IN PROGRESS**' : '';
}

function shortPurpose(purpose: string): string {
  return (
    { prevention: 'prevent', detection: 'detect', mitigation: 'mitigate', process: 'process' }[purpose] ?? 'repair'
  );
}

/** Items in the form of the template's first one. */
function itemsIn({ text, lines }: IncidentDocument, list: List, actions: readonly CarriedAction[]): Edit[] {
  const first = list.children[0];
  if (!first) return [];
  const written = text.slice(spanOf(first).start, spanOf(first).end);
  const mark = /^(?:[-*+]|\d+[.)])\s+/.exec(written)?.[0] ?? '- ';
  const isTask = typeof first.checked === 'boolean';
  const stubs = list.children.filter((item) => blankAction.test(wordsOf(item).trim())).map(spanOf);
  const start = list.children.length - stubs.length + 1;
  const items = actions.map((action, index) => {
    const box = isTask ? `[${action.state === 'done' ? 'x' : ' '}] ` : '';
    const number = mark.replace(/^\d+/, String(start + index));
    const status = isTask && action.state === 'done' ? undefined : action.status;
    const [head = '', ...parts] = action.words.split('\n');
    const below = parts.map((line) => `\n${' '.repeat(number.length)}${line}`).join('');
    return number + box + head + behindWords(action, new Set(), status) + below;
  });
  const block = items.join('\n').replaceAll('\n', lines.newline);
  return [inPlaceOf(text, stubs, spanOf(list), block, lines.newline)];
}

/** Written over the template's empty ones, else below the last. */
function inPlaceOf(text: string, stubs: readonly Span[], whole: Span, written: string, newline: string): Edit {
  const [first] = stubs;
  const last = stubs.at(-1);
  if (!first || !last) return { span: at(whole.end), text: newline + written };
  return { span: { start: first.start, end: Math.min(last.end, text.length) }, text: written };
}
