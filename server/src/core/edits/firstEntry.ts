import { isoDate } from '../model/timeline/calendar.ts';
import { misreadAt } from '../model/timeline/misread.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import type { StampContent } from './stampForm.ts';
import { zoneOfTimes, type Timeline } from '../model/timeline/timeline.ts';
import { findZone } from '../model/timeline/zones.ts';
import { readTable } from '../parse/table.ts';
import type { Section } from '../parse/outline.ts';
import { spanOf } from '../parse/markdown.ts';
import { slice, trimmed } from '../text/slice.ts';
import { contains, type Span } from '../text/span.ts';
import type { EntryDraft, EntryWish } from './entryDraft.ts';
import type { TimelineDocument } from './rereadTimeline.ts';
import { cellsOf, cellWords } from './rowForm.ts';

/**
 * The first entry of a timeline that has none: in place of what the template has there, as a row of its empty table, else
 * as a bullet below the heading, `- **14:23** - text`. With `dated` the stamp has the date too.
 */
export function firstEntry(
  document: TimelineDocument,
  timeline: Timeline,
  { at, words, dated }: EntryWish,
): EntryDraft {
  const { text, lines } = document;
  const section = sectionOf(document, timeline);
  const table = section?.body.find((node) => node.type === 'table');
  const read = table && readTable(table, text);
  // "Time (UTC)" above no row has not been read with any entry.
  const headed = !timeline.zone && read ? findZone(text, read.header.span) : undefined;
  const zone = headed ? (headed.id ?? 'UTC') : zoneOfTimes(timeline);
  const content = wallClockAt(at, zone) ?? wallClockAt(at, 'UTC');
  if (!content) throw new Error('UTC is no zone.');
  const stamp = stampText(content, dated) + (timeline.zone && timeline.zone.id === undefined ? ' UTC' : '');
  const { newline } = lines;
  const bulletWords = words.split('\n').join(`${newline}  `);

  const [blank] = timeline.blanks;
  if (blank) return inBlank(text, blank, lastOfRun(text, timeline.blanks), stamp, content, words, bulletWords);

  if (read) {
    const end = spanOf(table).end;
    const row = rowText(
      read.header.cells.map(({ words: name }) => name),
      stamp,
      content,
      words,
    );
    return draft(end, end, newline, row.text, row.caret, '');
  }
  const body = section ? { start: section.heading.span.end, end: section.bodySpan.end } : timeline.span;
  const inner = trimmed(text, body);
  const isEmpty = inner.start >= inner.end;
  const start = isEmpty ? body.start : inner.end;
  const bullet = `- **${stamp}** - ${bulletWords}`;
  const rest = text.slice(start);
  const behind = /^\s*$/.test(rest) ? (rest === '' ? newline : '') : /^(?:\r?\n){2}/.test(rest) ? '' : newline;
  return draft(start, start, newline.repeat(2), bullet, bullet.length, behind);
}

function stampText({ date, time }: StampContent, dated: boolean): string {
  const clock = `${two(time.hour)}:${two(time.minute)}`;
  return dated ? `${isoDate(date)} ${clock}` : clock;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The last of the blanks that follow each other with nothing between them. */
function lastOfRun(text: string, blanks: readonly Span[]): Span {
  let last = blanks[0] ?? { start: 0, end: 0 };
  for (const blank of blanks) if (/^\s*$/.test(text.slice(last.end, blank.start))) last = blank;
  return last;
}

/** In place of the template's entries: the first one's form, with its stamp and its words filled in. */
function inBlank(
  text: string,
  first: Span,
  last: Span,
  stamp: string,
  content: StampContent,
  words: string,
  bulletWords: string,
): EntryDraft {
  const written = slice(text, first);
  if (/^\s*\|/.test(written) || (written.includes('|') && !/^\s*[-*+]\s/.test(written))) {
    const row = rowFromBlank(written, stamp, content, words);
    return draft(first.start, last.end, '', row.text, row.caret, '');
  }
  const bullet = /^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/.exec(written)?.[0] ?? '';
  const place = misreadAt(written, { start: bullet.length, end: written.length });
  const from = place?.span.start ?? bullet.length;
  const to = place?.span.end ?? from;
  const between = /^[*_`\])}]*\s*(?:[-–—:|>]+\s*)?[*_`]*\s*/.exec(written.slice(to))?.[0] ?? '';
  const lead = written.slice(0, from).replace(/[[<{(]+$/, (marks) => (written[from] === marks.at(-1) ? '' : marks));
  const head = lead + stampInPlace(written.slice(from, to), stamp, content) + (between.trim() === '' ? ' - ' : between);
  const entry = head + bulletWords;
  return draft(first.start, last.end, '', entry, entry.length, '');
}

/** `YYYY-MM-DD HH:MM` filled in; `HH:MM` and `[time]` become the stamp. */
function stampInPlace(written: string, stamp: string, { date, time }: StampContent): string {
  if (!/YYYY|DD/.test(written)) return stamp;
  return written
    .replace('YYYY', String(date.year))
    .replace('DD', two(date.day))
    .replace(/(?<=[hH]{1,2}[:.]?)(?:MM|mm)/, two(time.minute))
    .replace('MM', two(date.month))
    .replace(/HH?|hh?/, two(time.hour))
    .replace(/SS|ss/, two(time.second));
}

function rowFromBlank(
  row: string,
  stamp: string,
  content: StampContent,
  words: string,
): { text: string; caret: number } {
  const cells = cellsOf(row).map(({ start, end }) => row.slice(start, end).trim());
  const stamped = Math.max(
    0,
    cells.findIndex((cell) => misreadAt(cell, { start: 0, end: cell.length }) !== undefined),
  );
  const filled = cells.map((cell, index) =>
    index === stamped
      ? stampInPlace(cell.replace(/[*_`[\]]/g, ''), stamp, content)
      : index === stamped + 1
        ? cellWords(words)
        : '',
  );
  return rowOf(filled, stamped + 1);
}

/** A row for the columns of an empty table: the stamp below "Time" or "Date", the words in the first other column. */
function rowText(
  names: readonly string[],
  stamp: string,
  { date, time }: StampContent,
  words: string,
): { text: string; caret: number } {
  const dates = names.findIndex(isDate);
  const times = Math.max(0, names.findIndex(isTime));
  const event = names.findIndex((name) => /event|descri|action|what|detail|note|message|happen/i.test(name));
  const wordsAt =
    event >= 0 && event !== times ? event : names.findIndex((_, index) => index !== times && index !== dates);
  const filled = names.map((_, index) => {
    if (index === wordsAt) return cellWords(words);
    if (index === dates && dates !== times) return isoDate(date);
    if (index === times) return dates >= 0 && dates !== times ? stampText({ date, time }, false) : stamp;
    return '';
  });
  return rowOf(filled, wordsAt);
}

function isDate(name: string): boolean {
  return /\b(?:date|day)\b/i.test(name) && !/time/i.test(name);
}

function isTime(name: string): boolean {
  return /\b(?:time|when|timestamp|utc|hour)\b/i.test(name);
}

function rowOf(cells: readonly string[], wordsAt: number): { text: string; caret: number } {
  const before = cells
    .slice(0, wordsAt)
    .map((cell) => `| ${cell} `)
    .join('');
  const text = `${cells.map((cell) => `| ${cell} `).join('')}|`;
  return { text, caret: before.length + 2 + (cells[wordsAt]?.length ?? 0) };
}

function draft(start: number, end: number, before: string, entry: string, caret: number, behind: string): EntryDraft {
  return {
    edits: [{ span: { start, end }, text: before + entry + behind }],
    entryStart: start + before.length,
    caret: start + before.length + caret,
  };
}

/** The section whose heading introduces the timeline. */
function sectionOf({ outline }: TimelineDocument, { anchor }: Timeline): Section | undefined {
  return outline.allSections.find(({ heading }) => contains(heading.span, anchor));
}
