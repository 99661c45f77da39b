import type { IncidentDocument } from '../model/document.ts';
import { isLive } from '../model/incident/live.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { slice } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './edit.ts';
import { without, type TimelineDocument } from './rereadTimeline.ts';
import { timelineEntryEdit, type InsertedEntry } from './timelineEntry.ts';

/** What goes around the words of an entry whose beginning somebody types. */
export interface TypedEntry {
  /** What becomes of the gap above the line that has been begun: a date by itself, the empty line that the list has. */
  readonly gap: Edit | undefined;
  /** What that line becomes, up to the place for the words, and what stands behind them: the other cells of a row. */
  readonly before: string;
  readonly behind: string;
  /** The stamp by itself, as a person reads it: `14:31`. */
  readonly stamp: string;
}

/** Lines that begin an entry and hold nothing more, by what they begin. */
const forms: readonly (readonly [form: string, begun: RegExp, whole: RegExp])[] = [
  ['bullet', /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[ \][ \t]*)?)?$/, /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/],
  ['row', /^[ \t>]*\|[ \t]*$/, /^[ \t>]*\|/],
  ['heading', /^[ \t>]*#{1,6}[ \t]*$/, /^[ \t>]*#{1,6}[ \t]/],
];
/** Stands for the words that come; it means nothing to whatever reads timelines. */
const words = 'Something';
const minuteMs = 60_000;
/** How long after its newest entry a timeline that is not a live incident's is still being written, in minutes. */
const stillWritten = 60;
/** The same for a live incident, which somebody may have forgotten to call resolved. */
const stillLive = 7 * 24 * 60;

/**
 * The entry of the present moment, in the form, zone and order of a document's timeline, on a line that is empty or has just
 * been begun; undefined where the line holds more, and where no entry of now belongs. `at` is in ms since 1970 UTC.
 */
export function typedEntry(document: TimelineDocument, line: Span, at: number): TypedEntry | undefined {
  const typed = slice(document.text, line);
  const form = typed.trim() === '' ? 'blank' : forms.find(([, begun]) => begun.test(typed))?.[0];
  if (form === undefined || !document.timeline) return undefined;
  const rest = without(document, line);
  const inserted = timelineEntryEdit(rest, { at, text: words });
  if ('reason' in inserted) return undefined;
  const [edit, ...others] = inserted.edits;
  if (!edit || others.length > 0 || edit.span.start !== edit.span.end) return undefined;
  const place = edit.span.start;
  const apart = rest.text.slice(Math.min(place, line.start), Math.max(place, line.start));
  const written = partsOf(rest.text, edit, inserted);
  if (!/^[\s>]*$/.test(apart) || !written) return undefined;
  const { above, before, behind } = written;
  const isOfForm = form === 'blank' || forms.some(([name, , whole]) => name === form && whole.test(before));
  if (!isOfForm || indentOf(typed) !== indentOf(before)) return undefined;
  const stamp = before
    .replace(/^[\s>|]*(?:[-*+]\s|\d+[.)]\s|#+\s)?(?:\[ \]\s)?[\s[*_`(]*/, '')
    .replace(/[\s\])*_`|:–—-]+$/, '');
  // A bullet that somebody has typed stays where they put it, unless a date comes above it.
  if (above.trim() === '' && form !== 'blank') return { gap: undefined, before, behind, stamp };
  if (place > line.start) return { gap: undefined, before: above.trimStart() + before, behind, stamp };
  const between = { start: place, end: line.start };
  const gap = slice(document.text, between) === above ? undefined : { span: between, text: above };
  return { gap, before, behind, stamp };
}

/** An entry that goes in by one edit: what comes above it, and its line around the words. */
function partsOf(
  text: string,
  { span, text: added }: Edit,
  { entryLine, caretOffset }: InsertedEntry,
): { readonly above: string; readonly before: string; readonly behind: string } | undefined {
  const whole = applyEdits(text, [{ span, text: added }]);
  const caret = caretOffset - words.length;
  const start = new LineIndex(whole).startOf(entryLine);
  const end = span.start + added.length;
  const [behind = ''] = whole.slice(caretOffset, Math.max(caretOffset, end)).split(/[\r\n]/, 1);
  const isAll = /^[\s>]*$/.test(whole.slice(caretOffset + behind.length, end));
  if (start < span.start || !isAll || whole.slice(caret, caretOffset) !== words) return undefined;
  return { above: whole.slice(span.start, start), before: whole.slice(start, caret), behind };
}

function indentOf(line: string): string {
  return /^[ \t>]*/.exec(line)?.[0] ?? '';
}

/**
 * Whether a timeline is being written as things happen, so that what is typed happens now: that of a live incident, and one
 * whose newest entry is of this hour. A postmortem tells of the past. `now` is in ms since 1970 UTC.
 */
export function isWrittenLive(document: IncidentDocument, now: number): boolean {
  const moments = document.timeline?.entries.flatMap(({ at }) => at ?? []) ?? [];
  const live = isLive(document);
  if (moments.length === 0) return live;
  const newest = moments.reduce((latest, at) => Math.max(latest, at));
  return Math.abs(now - newest) <= (live ? stillLive : stillWritten) * minuteMs;
}
