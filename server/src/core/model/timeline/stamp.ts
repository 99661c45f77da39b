import type { Span } from '../../text/span.ts';
import { matchAt } from './lexing.ts';
import { openingMark, passBehind, toggleMarks } from './marks.ts';
import { relativeAt, type RelativeStamp } from './relativeStamp.ts';
import { approximateWord, nothing, writtenMomentAt, type WrittenMoment } from './writtenMoment.ts';

/** A stamp as it is written, in its surroundings. */
export interface WrittenStamp extends WrittenMoment {
  /** The stamp alone, without bold, brackets and what separates it from the words. */
  readonly span: Span;
  /** `T+5m`: ms after the start that the timeline counts from. */
  readonly offset: number | undefined;
  /** The same where the moment itself stands beside the count: `T+5m (14:05)`. */
  readonly counted: number | undefined;
  /** `00:10 (+1 day)`: how many days after the first one of the timeline; undefined where nothing says so. */
  readonly daysLater: number | undefined;
  /** Where the words begin, after closing marks and separators. */
  readonly textStart: number;
  /** Whether a mark or a sign parts the stamp from the words: `14:23 - text`, `**14:23** text`. */
  readonly separated: boolean;
}

/** How a stamp may be looked for. */
export interface StampOptions {
  /** Four bare digits are a time: the timeline writes `1430`. */
  readonly packed: boolean;
  /** The stamp stands alone in its place, a cell or a line: `12-05` is a date there. */
  readonly alone: boolean;
}

/** A leading emoji says what sort of entry it is. */
const blank =
  /(?:\s|\\(?=[^\w\s])|&nbsp;|<\/?(?:b|strong|i|em|code|kbd|time|u|span)[^<>\n]{0,40}>|\p{Extended_Pictographic}\uFE0F?|:[a-z_]{3,30}:(?=\s))+/iuy;
/** A dash or dot that somebody typed as a bullet. */
const typedBullet = /[-–—•·‣◦▸►→](?=\s?[\w*~[`(])\s?/y;
/** `before 14:10`, `shortly after 14:10` */
const looseWord = /(?:(?:just|shortly|soon|right)\s+)?(?:before|after)\s+(?=\d)/iy;
const leadWord =
  /(?:at|on|by|from|between|since|until|posted(?: on)?|kl\.?|time:|date:|am|um|vom|von|ab|seit|le|el|de|du|d[eè]s|à|a las?|desde|às|as|em|no dia)\s+/iy;
const approximateTail =
  /(?:~|\?(?=[\s|*_`)\]:]|$)|\s?\(\?\)|\+(?=[\s|*_`)\]]|$)|[-\s]?ish\b|\s?\((?:approx(?:\.|imate(?:ly)?)?|ish|ca\.?|circa|estimated)\))/iy;

/** `~~14:02~~ 14:05`, `<del>14:02</del> 14:05`: the time that stood there before. */
const struck = /(?:~~(?=\S)[^~\n]{1,60}~~|<(del|s|strike)>[^<\n]{1,60}<\/\1>)\s*/iy;
const behindStruck = /[*_`[(~]*/y;

const equals = /\s?(?:\(\s?(?:at )?|=\s?|@\s?|[:–—-]\s)/y;
const laterDay =
  /\s?(?:\(\s?\+\s?(?<bracketed>\d)\s?(?:d|days?)?\s?\)|\+\s?(?<plain>\d)\s?(?:d\b|days?\b)|\((?:the )?(?:next|following) (?:day|morning)\)|,?\s(?:the )?(?:next|following) (?:day|morning)(?=\s?[:,–—-]))/iy;
/** `(next day) 00:10`, `D+1 00:10`, `Day 2, 00:10`: the same before the time. */
const dayBefore =
  /\(?(?:(?:D\s?)?\+(?<later>\d)(?:\s?d(?:ays?)?)?|day (?<numbered>\d)|(?:on )?(?:the )?(?:next|following) (?:day|morning))\)?[,:]?\s(?:at )?(?=[*_`~]{0,3}\d{1,2}[:.h]\d{2})/iy;

/** The stamp at the start of a piece of text; undefined where there is none. Reads no further than the stamp itself. */
export function stampAt(text: string, within: Span, options: StampOptions): WrittenStamp | undefined {
  const { end } = within;
  const opened: string[] = [];
  let approximate = false;
  let at = within.start;
  at += matchAt(typedBullet, text, at, end)?.[0].length ?? 0;
  let dayLater: number | undefined;
  for (let i = 0; i < 8; i++) {
    const day = matchAt(dayBefore, text, at, end);
    const { later = 1, numbered = Number(later) + 1 } = day?.groups ?? {};
    if (day) dayLater = Number(numbered) - 1;
    const space = day ?? struckAt(text, at, end) ?? matchAt(blank, text, at, end);
    const open = space ? undefined : matchAt(openingMark, text, at, end);
    const about =
      space || open ? undefined : (matchAt(approximateWord, text, at, end) ?? matchAt(looseWord, text, at, end));
    const skipped = space ?? open ?? about ?? matchAt(leadWord, text, at, end);
    if (!skipped) break;
    if (open) opened.push(open[0]);
    if (about) approximate = true;
    at += skipped[0].length;
  }
  const counted = relativeAt(text, at, end);
  const core = counted ? countedMoment(text, counted, end) : writtenMomentAt(text, at, end, options.packed);
  if (!core) return undefined;
  toggleMarks(opened, core.marks);
  const tail = matchAt(approximateTail, text, core.span.end, end);
  const stampEnd = core.span.end + (tail?.[0].length ?? 0);
  const { date, clock } = core;
  const later = clock ? matchAt(laterDay, text, stampEnd, end) : undefined;
  const close = passBehind(text, later ? stampEnd + later[0].length : stampEnd, end, opened);
  if (date?.short && !clock && !(options.alone && close.textStart >= end)) return undefined;
  if (!close.separated && /\w/.test(text[close.textStart - 1] ?? '') && /\w/.test(text[close.textStart] ?? ''))
    return undefined;
  return {
    ...core,
    offset: clock ? undefined : counted?.offset,
    counted: counted?.offset,
    daysLater: later ? Number(later.groups?.['bracketed'] ?? later.groups?.['plain'] ?? 1) : dayLater,
    span: { start: core.span.start, end: stampEnd },
    approximate: approximate || core.approximate || tail !== undefined,
    ...close,
  };
}

/** What is struck, where a stamp stands behind it. */
function struckAt(text: string, at: number, end: number): RegExpExecArray | undefined {
  const match = matchAt(struck, text, at, end);
  if (!match) return undefined;
  const behind = at + match[0].length;
  const marks = matchAt(behindStruck, text, behind, end)?.[0] ?? '';
  return writtenMomentAt(text, behind + marks.length, end, false) && match;
}

/** `T0 (14:00 UTC)`, `T+5m = 14:05`: what the count comes to stands beside it. */
function countedMoment(text: string, { span }: RelativeStamp, end: number): WrittenMoment {
  const joint = matchAt(equals, text, span.end, end);
  const at = span.end + (joint?.[0].length ?? 0);
  const moment = joint && writtenMomentAt(text, at, end, false);
  const bracket = joint?.[0].includes('(') === true;
  if (!moment?.clock || (bracket && text[moment.span.end] !== ')')) return { ...nothing, date: undefined, span };
  return { ...moment, span: { start: span.start, end: moment.span.end + (bracket ? 1 : 0) } };
}
