import { ownWords } from '../../text/slice.ts';
import type { Span } from '../../text/span.ts';

/** What stands where a stamp should and is none. */
export interface Misread {
  readonly span: Span;
  /** A template's placeholder, a time that somebody left open, or one that can't be. */
  readonly kind: 'blank' | 'open' | 'wrong';
  /** What is wrong and what would be right. */
  readonly reason: string;
}

const lead = /^(?:[\s*_`"'“‘~([{<\\]|\p{Extended_Pictographic}|\uFE0F)*/u;
const placeholder =
  /^(?:(?:YYYY[-/]MM[-/]DD[ T]?)?(?:HH?|hh?)[:.]?(?:MM|mm)(?:[:.](?:SS|ss))?|YYYY[-/]MM[-/]DD|DD[-/.]MM[-/.]YYYY|MM[-/]DD[-/]YYYY)(?![A-Za-z\d])/;
const namedPlaceholder =
  /^(?:[([{<]{1,2})\s?(?:time ?stamp|date ?(?:\/|and|&)? ?time|time|date|when|hh:mm)[^\])}>\n]{0,20}[\])}>]{1,2}/i;
const longYear = /^(\d{5,6})[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/;
const shortYear = /^(?:\d{1,2}([-/])\d{1,2}\1(\d{3}|\d{5})|(\d{3})-\d{2}-\d{2})(?!\d)/;
const clock = /^(\d{1,3}):(\d{1,3})(?::\d{1,3})?(?![\d:])/;
/** A letter that looks like a digit, or a semicolon: `2O:05`, `l4:23`, `14;23`. */
const mistyped = /^(?=\S{0,4}\d)(?=\d{0,2}[OolI;]|\d{1,2}:\d?[OolI])[\dOolI]{1,2}[:;][\dOolI]{2}(?![\w:;])/;
/** `2022-05-??` */
const openDate = /^(?:\d{4}|[?xX]{2,4})[-/](?=.{0,8}[?xX])[\d?xX/-]{2,8}(?![\w?])/;
const open =
  /^(?:(?=[\d?xX]{0,3}[?xX])[\d?xX]{1,2}[:.][\d?xX]{1,2}|\d{1,2}:(?:\?{1,2}|[xX]{2})|\?{2,5}|TB[CDA])(?=[\s\]*_`)}:,–-]|$)/;

/**
 * What stands at the start of a piece of text in place of a stamp; undefined for ordinary words. To be asked only where
 * `stampAt` found nothing, or behind the date of a stamp without a time.
 */
export function misreadAt(text: string, within: Span): Misread | undefined {
  const words = text.slice(within.start, Math.min(within.end, within.start + 80));
  const skipped = lead.exec(words)?.[0].length ?? 0;
  const rest = words.slice(skipped);
  const found = (kind: Misread['kind'], length: number, reason: string, from = skipped): Misread => ({
    span: { start: within.start + from, end: within.start + from + length },
    kind,
    reason: ownWords(reason),
  });

  const template = placeholder.exec(rest);
  if (template) return found('blank', template[0].length, stillOpen(template[0]));
  const bracket = words.search(/[([{<]/);
  const named = bracket >= 0 && bracket < skipped ? namedPlaceholder.exec(words.slice(bracket)) : null;
  if (named) return found('blank', named[0].length, stillOpen(named[0]), bracket);

  const year = longYear.exec(rest) ?? shortYear.exec(rest);
  if (year) return found('wrong', year[0].length, wrongYear(year[2] ?? year[3] ?? year[1] ?? ''));
  const day = openDate.exec(rest);
  if (day)
    return found(
      'open',
      day[0].length,
      `"${day[0]}" leaves the day open; write it, or say in words about when it was.`,
    );
  const left = open.exec(rest);
  if (left) return found('open', left[0].length, stillOpen(left[0]));
  const time = clock.exec(rest);
  const wrong = time && wrongClock(time);
  if (wrong) return found('wrong', time[0].length, wrong);
  const slip = mistyped.exec(rest)?.[0];
  return slip === undefined ? undefined : found('wrong', slip.length, wrongCharacter(slip));
}

/** A date behind a label whose year has too many digits: `First detected 22025-03-18 09:36`. */
export function misreadYear(text: string, line: Span): Misread | undefined {
  const words = text.slice(line.start, Math.min(line.end, line.start + 120));
  const match = /(?<![\w-])(\d{5,6})-\d{1,2}-\d{1,2}(?=[\sT]+\d{1,2}[:.]\d{2})/.exec(words);
  if (!match) return undefined;
  const start = line.start + match.index;
  return { span: { start, end: start + match[0].length }, kind: 'wrong', reason: wrongYear(match[1] ?? '') };
}

export function wrongYear(written: string): string {
  return `The year "${written}" has ${written.length} digits; write it with four.`;
}

function stillOpen(written: string): string {
  return `"${written}" leaves open when this was; write the time, with a tilde where it is only about right: ~14:30.`;
}

function wrongCharacter(written: string): string {
  return `"${written}" is no time of day; hours run from 00 to 23 and minutes from 00 to 59.`;
}

function wrongClock([written, hour = '', minute = '']: RegExpExecArray): string | undefined {
  if (Number(hour) === 24 && Number(minute) === 0) return `"${written}" is 00:00 of the next day; write that.`;
  if (Number(hour) > 23 || Number(minute) > 59) {
    return `"${written}" is no time of day; hours run from 00 to 23 and minutes from 00 to 59.`;
  }
  return minute.length === 2 ? undefined : `"${written}" is no time of day; minutes have two digits, as in 14:05.`;
}
