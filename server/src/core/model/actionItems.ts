import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { htmlRuns, plainWords, readHtml } from '../parse/html.ts';
import { spanOf } from '../parse/markdown.ts';
import type { Outline, Part, Section } from '../parse/outline.ts';
import { partReader, readParts, type PartSource } from '../parse/partReader.ts';
import { readTable } from '../parse/table.ts';
import { wordsOf } from '../parse/walk.ts';
import { slice, trimmed } from '../text/slice.ts';
import { at, type Span } from '../text/span.ts';
import { detailIn, isDetailLine, stateOf, ticketIn } from './actionDetails.ts';
import { tableItems } from './actionTable.ts';
import type { ActionDetail, ActionItem } from './document.ts';
import { saysDone, saysDoneBelow } from './values/actionDone.ts';
import { isActionVerb } from './values/actionVerbs.ts';

/** Words of the template that nobody has replaced: `[A verb and an outcome]`, `[Task] (@owner, by YYYY-MM-DD)`. */
export const blankAction =
  /^\[[^[\]]*\](?:[\s,;:–—-]*(?:\((?=[^()]*(?:\b(?:owner|name|assignee)\b|YYYY))[^()]*\)|@(?:owner|name|assignee)\b|\[+[^[\]]*\]+|YYYY-MM-DD|\p{Extended_Pictographic}))*$|^\{[^{}]*\}$|^\W*(?:[Nn]one|N\/A)?\W*$/u;

/**
 * The action items of sections and their subsections: rows of tables, items of lists, check boxes; unfilled ones aside, and
 * those subsections that serve another purpose and stand there by the level of their heading alone.
 */
export function readActionItems(
  sections: readonly Section[],
  { parts }: Outline,
  source: PartSource,
  others: ReadonlySet<Section> = new Set(),
): readonly ActionItem[] {
  if (sections.length === 0) return [];
  const withSubsections = (section: Section): readonly Section[] => [
    section,
    ...section.children.flatMap((child) => (others.has(child) ? [] : withSubsections(child))),
  ];
  const asked = new Set(sections.flatMap(withSubsections));
  return readParts(
    actionItemsIn,
    parts.filter(({ section }) => section && asked.has(section)),
    source,
  );
}

const actionItemsIn = partReader(
  itemsOf,
  ({ span, textSpan, owner, due, status, ticket, ticketPlace, type, header }: ActionItem) => [
    span,
    textSpan,
    ...[owner, due, status, ticket, type].flatMap((detail) => (detail ? [detail.span] : [])),
    ...[ticketPlace, header].flatMap((place) => place ?? []),
  ],
);

function itemsOf({ heading, body }: Part, { text }: PartSource): readonly ActionItem[] {
  if (!heading) return [];
  // "Short-term ([followed here](…/issues/7))" says where all of them are followed.
  const ticket = ticketIn(heading.span, text);
  const own = body.flatMap((node, index) => {
    if (node.type === 'table') return tableItems(readTable(node, text), text);
    const lead = body[index - 1];
    if (node.type !== 'list' || continues(node, lead)) return [];
    const items = listItems(node, text);
    const words = lead?.type === 'paragraph' ? wordsOf(lead) : '';
    return /:\s*$|^[^.]{1,60}$/.test(words) ? items.map((item) => below(words, item)) : items;
  });
  const html = htmlRuns(body).flatMap(({ span }) => htmlItems(span, text));
  return [...own, ...html]
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter((item) => !blankAction.test(item.text))
    .map((item) => below(heading.text, item))
    .map((item): ActionItem => (ticket && !item.ticket ? { ...item, ticket } : item));
}

/** An action as the words above it, a heading or a list's, tell of it; a status of its own says more. */
function below(words: string, item: ActionItem): ActionItem {
  return !item.status && saysDoneBelow(words, item.text) ? { ...item, state: 'done' } : item;
}

/** Whether a list lists what the item above it announces, though it is not indented: "1. Add alerts for:" and bullets. */
function continues(list: List, previous: RootContent | undefined): boolean {
  if (previous?.type !== 'list' || previous.ordered === list.ordered) return false;
  const last = previous.children.at(-1);
  return last !== undefined && /:\s*$/.test(wordsOf(last));
}

/** An item that only introduces a nested list ("Prevention:") is a group, not an action. */
function listItems(node: List, text: string): ActionItem[] {
  return node.children.flatMap((item) => {
    const nested = item.children.find((child) => child.type === 'list');
    const lead = item.children[0];
    const details = nested ? nested.children.filter((child) => isDetailLine(text, spanOf(child))) : [];
    if (
      nested &&
      details.length === 0 &&
      !nested.children.every(isExplained) &&
      lead?.type === 'paragraph' &&
      !isTask(item, wordsOf(lead)) &&
      !introducesNoActions(wordsOf(lead), nested) &&
      /:$|^\W*[\w -]{1,30}$/.test(wordsOf(lead).trim())
    )
      return ofGroup(lead, listItems(nested, text), text);
    const parts = nested ? nested.children.filter((child) => !details.includes(child)) : [];
    return [listItem(item, details, parts, text)];
  });
}

/** What the words of a group say holds for all below it: "Prevention:", "Already done:". */
function ofGroup(lead: Paragraph, items: ActionItem[], text: string): ActionItem[] {
  const type = detailIn('type', spanOf(lead), text);
  const words = wordsOf(lead);
  return items.map((item) => below(words, type && !item.type ? { ...item, type } : item));
}

/** "Add alerts for:" above what the alerts are for; "Improve the alerts:" above actions. */
function introducesNoActions(lead: string, { children }: List): boolean {
  const actions = children.filter((item) => beginsWithVerb(wordsOf(item))).length;
  return beginsWithVerb(lead) && actions * 2 < children.length;
}

function beginsWithVerb(words: string): boolean {
  return isActionVerb(/[\w-]+/.exec(words)?.[0] ?? '');
}

/** "Description: …": a list of such says more of the action above it. */
function isExplained(item: ListItem): boolean {
  return /^\W*(?:description|details?|why|what|how|goal|outcome|rationale|reason|context|notes?|priority|type|impact|effort)\W{0,3}:/i.test(
    wordsOf(item),
  );
}

/** A check box before more than a label is something to do, and the list below it says of what it consists. */
function isTask({ checked }: ListItem, words: string): boolean {
  return typeof checked === 'boolean' && words.trim().split(/\s+/).length > 3;
}

function listItem(item: ListItem, details: readonly ListItem[], parts: readonly ListItem[], text: string): ActionItem {
  const whole = spanOf(item);
  const lead = item.children[0];
  const textSpan = trimmed(text, lead ? spanOf(lead) : at(whole.end));
  const task = typeof item.checked === 'boolean';
  // What is said of the action in its own words, then in the bullets below it.
  const places: readonly Span[] = [textSpan, ...details.map(spanOf)];
  const find = (kind: 'owner' | 'due' | 'status' | 'type'): ActionDetail | undefined => {
    for (const place of places) {
      const found = detailIn(kind, place, text);
      if (found) return found;
    }
    return undefined;
  };
  const words = lead ? wordsOf(lead) : '';
  const status = find('status');
  const box = { value: item.checked ? 'Done' : 'Open', span: { start: whole.start, end: textSpan.start } };
  return {
    span: whole,
    text: words,
    textSpan,
    owner: find('owner'),
    due: find('due'),
    status: status ?? (task ? box : undefined),
    ticket: ticketIn(whole, text),
    ticketPlace: undefined,
    type: find('type'),
    state:
      item.checked || (!status && !task && saysDone(words))
        ? 'done'
        : stateOf(status, /^\W{0,3}(?:~~|<del>|✅|☑|✔|DONE\b)/u.test(text.slice(textSpan.start, textSpan.end))),
    form: task ? 'task' : 'bullet',
    header: undefined,
    parts: parts.length,
  };
}

/** The rows and items that a piece of HTML shows. */
function htmlItems(within: Span, text: string): ActionItem[] {
  return readHtml(text, within).flatMap((block): ActionItem[] => {
    if (block.kind === 'table') return tableItems(block.table, text);
    const [first] = block.lines;
    if (!first || block.list === undefined) return [];
    const span = { start: first.start, end: block.lines.at(-1)?.end ?? first.end };
    const words = plainWords(slice(text, span));
    const status = detailIn('status', span, text);
    return [
      {
        span,
        text: words,
        textSpan: span,
        owner: detailIn('owner', span, text),
        due: detailIn('due', span, text),
        status,
        ticket: ticketIn(span, text),
        ticketPlace: undefined,
        type: detailIn('type', span, text),
        state:
          !status && saysDone(words)
            ? 'done'
            : stateOf(status, /^\s*<(?:del|s)>/.test(text.slice(span.start, span.end))),
        form: 'bullet',
        header: undefined,
        parts: 0,
      },
    ];
  });
}
