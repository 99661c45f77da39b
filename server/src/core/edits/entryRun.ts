import { isoDate } from '../model/timeline/calendar.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import { zoneOfTimes, type Timeline } from '../model/timeline/timeline.ts';
import type { Edit } from './edit.ts';
import { entryDraft, type NewEntry } from './entryDraft.ts';
import { placeFor } from './entryPlace.ts';
import { keepsRun, type TimelineDocument } from './rereadTimeline.ts';

/** Entries that are written in one go. */
export interface EntryRun {
  readonly edit: Edit;
  /** How many of the given entries they are, from the first on. */
  readonly count: number;
}

/** Most entries that are tried in one go; each try reads the document anew. */
const longest = 100;

/**
 * The edit that adds as many entries, given by time, as stand in one place of a timeline on the day of the entry above and
 * can be written in the plainest way: many at the cost of one. Undefined where they have to be written one by one.
 */
export function entryRunEdit(document: TimelineDocument, entries: readonly NewEntry[]): EntryRun | undefined {
  const { text, lines, timeline } = document;
  if (!timeline || timeline.order === 'descending' || timeline.entries.some(({ form }) => form === 'html'))
    return undefined;
  const run = entries.slice(0, runLength(timeline, entries));
  const edits = run.map(({ at, text: typed }) => {
    const wish = { at, words: typed.replace(/\r\n?/g, '\n').trim(), dated: false, datesNext: false, guarded: false };
    return entryDraft(text, lines.newline, timeline, wish)?.edits ?? [];
  });
  for (let count = run.length; count >= 2; count = Math.floor(count / 4)) {
    const edit = joined(edits.slice(0, count));
    if (edit && keepsRun(document, timeline, edit, run.slice(0, count))) return { edit, count };
  }
  return undefined;
}

/** How many entries, from the first on, belong behind the same one and to its day. */
function runLength(timeline: Timeline, entries: readonly NewEntry[]): number {
  const placed = entries.slice(0, longest).map(({ at }) => {
    const clock = wallClockAt(at, zoneOfTimes(timeline));
    return { day: clock && isoDate(clock.date), above: clock && placeFor(timeline, at, clock)?.above };
  });
  const above = placed[0]?.above;
  const day = above?.day && isoDate(above.day);
  const end = placed.findIndex((each) => day === undefined || each.day !== day || each.above !== above);
  return end < 0 ? placed.length : end;
}

/** One edit for several in the same place; undefined where they are in several. */
function joined(all: readonly (readonly Edit[])[]): Edit | undefined {
  const [first] = all[0] ?? [];
  if (!first) return undefined;
  const isOne = all.every((edits) => edits.length === 1 && edits[0]?.span.start === first.span.start);
  return isOne && first.span.start === first.span.end
    ? { span: first.span, text: all.flatMap(([edit]) => edit?.text ?? '').join('') }
    : undefined;
}
