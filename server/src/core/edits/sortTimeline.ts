import type { IncidentDocument } from '../model/document.ts';
import { dayOf, type EntryGroup } from '../model/timeline/order.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { compatibleEdits } from './apply.ts';
import type { Edit } from './edit.ts';
import { keepsEntries } from './rereadTimeline.ts';
import { beginningIn } from '../text/ordered.ts';
import type { Span } from '../text/span.ts';

/** What moves as one: an entry with all that stands below it and has no time of its own. */
interface Block {
  readonly span: Span;
  readonly key: number | undefined;
  readonly entries: readonly TimelineEntry[];
}

/** What stands between two entries that may change places. */
const separator = /^(?:\s|(?<=\n[ \t>]{0,20})>|<br\s*\/?>|\\)*$/i;
/** A heading, label or table between two entries: what stands below belongs to it. */
const barrier = /^[\s>]*(?:#{1,6}\s|\*\*|__|_\w|\||<(?!br)\w)/im;
const tail = /(?:\s|(?<=\n[ \t>]{0,20})>|<br\s*\/?>|\\)+$/i;
const number = /^\d+[.)](?=\s)/;

/**
 * Puts the entries of a group in order; what stands between them stays. Empty where that could change the day on which an
 * entry happened, because the day stands above it, where a heading or label lies between, where an entry would be read
 * otherwise than before, and for HTML.
 */
export function sortEntries(document: IncidentDocument, group: EntryGroup): Edit[] {
  const edits = sortingEdits(document, group);
  return edits.length > 0 && keepsEntries(document, edits) ? edits : [];
}

/** Puts the entries of many groups in order, all at once: to look at each by itself would mean to read the document as often. */
export function sortGroups(document: IncidentDocument, groups: readonly EntryGroup[]): Edit[] {
  const edits = compatibleEdits(groups.map((group) => ({ edits: sortingEdits(document, group) })));
  return edits.length > 0 && keepsEntries(document, edits) ? edits : [];
}

function sortingEdits(document: IncidentDocument, group: EntryGroup): Edit[] {
  if (group.entries.some(({ form }) => form === 'html')) return [];
  const sign = group.order === 'ascending' ? 1 : -1;
  return runsOf(document, group).flatMap((blocks) => {
    const sorted = blocks.toSorted((a, b) => (a.key === undefined || b.key === undefined ? 0 : (a.key - b.key) * sign));
    const moved = blocks.flatMap((block, index) => (sorted[index] === block ? [] : [index]));
    const first = moved[0];
    const last = moved.at(-1);
    if (first === undefined || last === undefined) return [];
    if (!keepsDays(blocks.slice(first, last + 1), blocks[first - 1], sorted[first])) return [];
    return moved.flatMap((index): Edit[] => {
      const place = blocks[index];
      const block = sorted[index];
      return place && block ? [replaced(place.span, block.span, document.text)] : [];
    });
  });
}

/** A numbered item takes the number of its new place. */
function replaced(place: Span, block: Span, text: string): Edit {
  const there = number.exec(text.slice(place.start, place.end))?.[0];
  const own = number.exec(text.slice(block.start, block.end))?.[0];
  if (there === undefined || own === undefined) return { span: place, text: text.slice(block.start, block.end) };
  return {
    span: { start: place.start + there.length, end: place.end },
    text: text.slice(block.start + own.length, block.end),
  };
}

function runsOf({ text, timeline }: IncidentDocument, { entries, keys }: EntryGroup): Block[][] {
  const runs: Block[][] = [];
  let run: Block[] = [];
  const dates = (timeline?.dates ?? []).toSorted((a, b) => a.dateSpan.start - b.dateSpan.start);
  for (const [index, entry] of entries.entries()) {
    const key = keys[index];
    const before = run.at(-1);
    const between = before && text.slice(before.span.end, entry.span.start);
    const dated =
      before &&
      beginningIn(dates, ({ dateSpan }) => dateSpan, { start: before.span.end, end: entry.span.start - 1 }).length > 0;
    if (between !== undefined && (dated || barrier.test(between))) {
      runs.push(run);
      run = [];
    }
    const last = run.at(-1);
    if (last && (key === undefined || !separator.test(between ?? ''))) {
      // Words without a stamp, and an entry without a time, go where the entry above them goes.
      const end = key === undefined ? entry.span.end : last.span.end + trimmedLength(between ?? '');
      run[run.length - 1] = {
        ...last,
        span: blockSpan({ start: last.span.start, end }, text),
        entries: key === undefined ? [...last.entries, entry] : last.entries,
      };
    }
    if (!last || key !== undefined) run.push({ span: blockSpan(entry.span, text), key, entries: [entry] });
  }
  return [...runs, run];
}

function trimmedLength(between: string): number {
  return between.replace(tail, '').length;
}

/** Without the line break with which a line of a paragraph ends. */
function blockSpan({ start, end }: Span, text: string): Span {
  return { start, end: start + trimmedLength(text.slice(start, end)) };
}

/**
 * Whether each entry has its day still, when the blocks of a range change places and `first` comes first: all state their
 * day, or all are of one day that is stated above them.
 */
function keepsDays(blocks: readonly Block[], before: Block | undefined, first: Block | undefined): boolean {
  const entries = blocks.flatMap((block) => block.entries);
  const dated = entries.filter(isDated);
  if (dated.length === entries.length) return true;
  const days = new Set(entries.map(dayOf));
  if (days.size > 1 || entries.slice(1).some(({ pastMidnight }) => pastMidnight)) return false;
  const above = before?.entries.at(-1);
  return (
    dated.length === 0 ||
    (first?.entries[0] && isDated(first.entries[0])) ||
    (above !== undefined && days.has(dayOf(above)))
  );
}

function isDated({ stamp, nominal }: TimelineEntry): boolean {
  return stamp.date !== undefined || nominal?.isStated === true;
}
