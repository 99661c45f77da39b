import { isoDate } from '../model/timeline/calendar.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import {
  zoneOfTimes,
  type CalendarDate,
  type StatedZone,
  type Timeline,
  type TimelineEntry,
} from '../model/timeline/timeline.ts';
import type { Edit } from './edit.ts';
import { at as placeAt, contains } from '../text/span.ts';
import { dateLineLike, datePrefix, modelDate } from './dateForm.ts';
import { entryLike, type EntryText } from './entryForm.ts';
import { indentOf, jointBelowDate, jointBetween } from './entryJoint.ts';
import { habitsOf, modelEntry, writtenStamp } from './entryModel.ts';
import { placeFor, type EntryPlace } from './entryPlace.ts';
import { rowLike } from './rowForm.ts';
import { stampLike, type StampContent, type StampHabits } from './stampForm.ts';

/** An entry that is about to be written, with offsets into the text as it will be. */
export interface EntryDraft {
  readonly edits: readonly Edit[];
  readonly entryStart: number;
  readonly caret: number;
}

/** What is to be written into a timeline. */
export interface NewEntry {
  /** In ms since 1970 UTC. */
  readonly at: number;
  /** As it was typed; Markdown in it is left as it is. */
  readonly text: string;
}

/** What is to be written, and how. */
export interface EntryWish {
  readonly words: string;
  /** In ms since 1970 UTC. */
  readonly at: number;
  /** Whether the stamp gets a date although those around it have none. */
  readonly dated: boolean;
  /** Whether the entry below gets its date too, which it took from above until now. */
  readonly datesNext: boolean;
  /** Whether the stamp comes first and a colon parts it from the words, whatever the neighbours have. */
  readonly guarded: boolean;
}

/** What a draft is made of. */
interface Setting {
  readonly text: string;
  readonly newline: string;
  readonly timeline: Timeline;
  readonly place: EntryPlace;
  readonly habits: StampHabits;
  readonly content: StampContent;
  readonly wish: EntryWish;
}

/** An entry in the form of its neighbours, in its place among them; undefined for a timeline without entries. */
export function entryDraft(text: string, newline: string, timeline: Timeline, wish: EntryWish): EntryDraft | undefined {
  const clock = wallClockAt(wish.at, zoneOfTimes(timeline));
  const place = clock && placeFor(timeline, wish.at, clock);
  if (!place) return undefined;
  const { above, below, index } = place;
  const { entries } = place.group;
  // Dates by themselves tell the days of entries whose stamps have none.
  const byLines = timeline.dates.length > 0 && !wish.dated && !entries.some(({ stamp }) => stamp.date && stamp.time);
  const dated = wish.dated || (!byLines && !isOn(above ?? below, clock.date));
  const model = modelEntry(text, entries, index, timeline.zone, dated);
  const zone = model?.stamp.zone ?? timeline.zone;
  const content = wallClockAt(wish.at, model?.stamp.zone ? (model.stamp.zone.id ?? 'UTC') : zoneOfTimes(timeline));
  if (!model || !content) return undefined;
  const setting = { text, newline, timeline, place, habits: habitsOf(text, timeline, entries), content, wish };
  const written = writtenLike(setting, model, zone, dated && !model.stamp.date);
  return put(setting, written, byLines ? content.date : undefined);
}

/** Whether an entry is known to be of a day, or not known to be of another. */
function isOn(entry: TimelineEntry | undefined, day: CalendarDate): boolean {
  return entry?.day === undefined || isoDate(entry.day) === isoDate(day);
}

function writtenLike(
  setting: Setting,
  model: TimelineEntry,
  zone: StatedZone | undefined,
  addsDate: boolean,
): EntryText {
  const { text, newline, timeline, habits, content, wish } = setting;
  // A zone that can mean several offsets can't be written in: the time is UTC then, and says so.
  const suffix = zone && zone.id === undefined ? ' UTC' : '';
  const clock = model.stamp.time ? '' : ` ${clockText(content)}${suffix}`;
  const lead = addsDate ? `${datePrefix(text, timeline, content.date, habits.dayFirst)} ` : '';
  if (model.form === 'table-row') return rowLike(text, model, content, wish.words, habits, { lead, suffix, clock });
  const form = writtenStamp(text, model.stamp.span);
  if (!form) throw new Error('A stamp of the model that can’t be read again.');
  // On a twelve-hour clock without halves the stamp that is to be plain says its half.
  const half = habits.halfDays && wish.dated && form.clock ? { clock: { ...form.clock, meridiem: ' PM' } } : {};
  const like = stampLike(text, { ...form, ...half, ...(suffix === '' ? {} : { zone: undefined }) }, content, habits);
  const stamp = lead + like + (form.clock ? suffix : clock);
  return entryLike(text, model, stamp, wish.words, newline, wish.guarded);
}

function clockText({ time }: StampContent): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** Puts the written entry between its neighbours; `day` is given where dates by themselves tell the days. */
function put(setting: Setting, written: EntryText, day: CalendarDate | undefined): EntryDraft {
  const { text, newline, place } = setting;
  const { above, below, date, index } = place;
  const joint = jointBetween(text, place.group.entries, index, newline);
  const fits = (entry: TimelineEntry | undefined): entry is TimelineEntry =>
    entry !== undefined && (day === undefined || (entry.day !== undefined && isoDate(entry.day) === isoDate(day)));
  if (fits(above) && (!fits(below) || date || isBlank(text.slice(above.span.end, below.span.start)))) {
    return draft(setting, above.span.end, joint, written, '');
  }
  // Evidence between two entries stays below the one that it belongs to.
  if (fits(below)) return draft(setting, below.span.start, '', written, joint);
  return putBelowNewDate(setting, written, day) ?? draft(setting, (above ?? below)?.span.end ?? 0, joint, written, '');
}

function isBlank(gap: string): boolean {
  return /^(?:\s|(?<=\n[ \t>]{0,20})>|<br\s*\/?>|\\)*$/i.test(gap);
}

/** With a date of the document's own form above it: its day is that of neither neighbour. */
function putBelowNewDate(setting: Setting, written: EntryText, day: CalendarDate | undefined): EntryDraft | undefined {
  const { text, newline, timeline, place, habits } = setting;
  const { above, below, date } = place;
  const model = modelDate(timeline, above ?? below);
  if (!model || day === undefined) return undefined;
  const line = dateLineLike(text, model, day, habits.dayFirst) + jointBelowDate(text, model, timeline.entries, newline);
  const lines = model.form === 'heading' || model.form === 'paragraph' ? 2 : 1;
  const around = newline.repeat(lines) + indentOf(text, model.span.start);
  if (date) return draft(setting, date.span.start, line, written, around);
  if (!above) return draft(setting, below?.span.start ?? 0, line, written, around);
  const holder = timeline.dates.findLast(({ span }) => contains(span, above.span));
  const end = Math.max(above.span.end, holder?.span.end ?? 0);
  return draft(setting, end, around + line, written, '');
}

function draft(
  setting: Setting,
  offset: number,
  before: string,
  { text, caret }: EntryText,
  behind: string,
): EntryDraft {
  return {
    edits: [{ span: placeAt(offset), text: before + text + behind }, ...datedNext(setting)],
    entryStart: offset + before.length,
    caret: offset + before.length + caret,
  };
}

/** Gives the entry below the date that it has had from above until now. */
function datedNext({ text, timeline, place: { below }, habits, wish }: Setting): Edit[] {
  if (!wish.datesNext || !below?.day || below.stamp.date) return [];
  return [
    { span: placeAt(below.stamp.span.start), text: `${datePrefix(text, timeline, below.day, habits.dayFirst)} ` },
  ];
}
