import type { Span } from '../../text/span.ts';
import { clockAt, type WrittenClock } from './clock.ts';
import { matchAt } from './lexing.ts';
import type { StatedZone } from './timeline.ts';
import { dateAt, weekdayAt, type WrittenDate } from './writtenDate.ts';
import { zoneAt } from './zones.ts';

/** A stamp as it is written, before the rest of the document settles what it leaves open. */
export interface WrittenStamp {
  /** The stamp alone, without bold, brackets and what separates it from the words. */
  readonly span: Span;
  readonly date: WrittenDate | undefined;
  /** The weekday of a stamp without a date: `Mon 14:23`; 0 is Sunday. */
  readonly weekday: number | undefined;
  readonly clock: WrittenClock | undefined;
  readonly until: WrittenClock | undefined;
  readonly zone: StatedZone | undefined;
  readonly approximate: boolean;
  /** `T+5m`: ms after the start that the timeline counts from. */
  readonly offset: number | undefined;
  /** Where the words begin, after closing marks and separators. */
  readonly textStart: number;
  /** Whether a mark or a sign parts the stamp from the words: `14:23 - text`, `**14:23** text`. */
  readonly separated: boolean;
}

/** A leading emoji says what sort of entry it is. */
const blank =
  /(?:\s|\\(?=[^\w\s])|&nbsp;|<\/?(?:b|strong|i|em|code|kbd|time|u|span)[^<>\n]{0,40}>|\p{Extended_Pictographic}\uFE0F?|:[a-z_]{3,30}:(?=\s))+/iuy;
const opener = /\*\*\*|\*\*|__|\{\{|[*_`[({<"'“‘]/y;
const closers: Readonly<Record<string, string>> = {
  '{{': '}}',
  '[': ']',
  '(': ')',
  '{': '}',
  '<': '>',
  '“': '”',
  '‘': '’',
};
/** A dash or dot that somebody typed as a bullet. */
const typedBullet = /[-–—•·‣◦](?=\s?[\w*~[`(])\s?/y;
const approximateWord = /(?:~|≈|±|approx(?:\.|imately)?|around|about|circa|c(?:a)?\.|ca|roughly|est\.)\s*/iy;
const leadWord = /(?:at|on|by|from|between|since|until|kl\.?|time:|date:)\s+/iy;
const beforeTime = /(?:T(?=\d)|[\s,;|@/_*`[\]()]|at\b|kl\.?|-|–|—|:(?=\s))*/iy;
const beforeDate = /(?:\s*(?:,|\bon\b|\()?\s*)/iy;
const beforeZone = /\s?\(?\s?/y;
const rangeSign = /\s*(?:-{1,2}>?|–|—|→|\bto\b|\buntil\b|\btill\b|\band\b|\/(?=\d{4}-))\s*/iy;
const approximateTail = /(?:~|\+(?=[\s|*_`)\]]|$)|ish\b|\s?\((?:approx(?:\.|imate(?:ly)?)?|ish|ca\.?|circa|estimated)\))/iy;
/** The same time once more for another zone: `14:23 UTC (7:23 PDT)`, `14:23 UTC / 7:23 PDT`. */
const sameElsewhere =
  /\s?(?:\((?=[^()\n]{0,30}\d[:.]\d\d)[^()\n]{3,50}\)|\/\s?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s[A-Z]{2,4}\b)/iy;
const relative =
  /(?:T\s?(?<sign>[+−–-])\s?|(?<plus>\+)(?=\d+(?::\d\d|\s?[dhms])))(?:(?<clock>\d{1,3}):(?<sixty>\d{2})(?::(?<third>\d{2}))?|(?:(?<days>\d{1,3})\s?d(?:ays?)?)?\s?(?:(?<hours>\d{1,3})\s?h(?:ours?|rs?)?)?\s?(?:(?<minutes>\d{1,4})\s?m(?:in(?:ute)?s?)?)?\s?(?:(?<seconds>\d{1,5}(?:\.\d{1,3})?)\s?s(?:ec(?:ond)?s?)?)?|(?<bare>\d{1,4}))(?!\w)|T0(?!\w)/y;
const gap = /(?:\s|&nbsp;|<\/[a-z]{1,8}>)+/iy;
const separator = /[-–—:|>,;=→•.]+/y;

/** How a stamp may be looked for. */
export interface StampOptions {
  /** Four bare digits are a time: the timeline writes `1430`. */
  readonly packed: boolean;
  /** The stamp stands alone in its place, a cell or a line: `12-05` is a date there. */
  readonly alone: boolean;
}

/** The stamp at the start of a piece of text; undefined where there is none. Reads no further than the stamp itself. */
export function stampAt(text: string, within: Span, options: StampOptions): WrittenStamp | undefined {
  const { end } = within;
  const opened: string[] = [];
  let approximate = false;
  let at = within.start;
  at += matchAt(typedBullet, text, at, end)?.[0].length ?? 0;
  for (let i = 0; i < 8; i++) {
    const space = matchAt(blank, text, at, end);
    const open = space ? undefined : matchAt(opener, text, at, end);
    const about = space || open ? undefined : matchAt(approximateWord, text, at, end);
    const skipped = space ?? open ?? about ?? matchAt(leadWord, text, at, end);
    if (!skipped) break;
    if (open) opened.push(open[0]);
    if (about) approximate = true;
    at += skipped[0].length;
  }
  const core = relativeAt(text, at, end) ?? absoluteAt(text, at, end, options);
  if (!core) return undefined;
  for (const mark of core.marks.match(/\*\*|[*_`[\]()]/g) ?? []) toggle(opened, mark);
  const tail = matchAt(approximateTail, text, core.span.end, end);
  const stampEnd = core.span.end + (tail?.[0].length ?? 0);
  const close = closeAll(text, stampEnd, end, opened);
  const { date, clock } = core;
  if (date?.short && !clock && !(options.alone && close.textStart >= end)) return undefined;
  if (!close.separated && /\w/.test(text[close.textStart - 1] ?? '') && /\w/.test(text[close.textStart] ?? ''))
    return undefined;
  return {
    ...core,
    span: { start: core.span.start, end: stampEnd },
    approximate: approximate || core.approximate || tail !== undefined,
    ...close,
  };
}

/** A stamp without its surroundings; `marks` is what stands between its date and its time. */
type Core = Omit<WrittenStamp, 'textStart' | 'separated'> & { readonly marks: string };

/** A mark that is open is closed by its like; any other opens. */
function toggle(opened: string[], mark: string): void {
  const open = opened.findLastIndex((candidate) => (closers[candidate] ?? candidate) === mark);
  if (open >= 0) opened.splice(open, 1);
  else if (mark !== ']' && mark !== ')') opened.push(mark);
}

function relativeAt(text: string, at: number, end: number): Core | undefined {
  const match = matchAt(relative, text, at, end);
  if (!match || match[0].length < 2) return undefined;
  const groups = match.groups ?? {};
  const number = (name: string): number => Number(groups[name] ?? 0);
  // T+1:30 counts hours and minutes, T+0:01:30 seconds too.
  const seconds =
    number('days') * 86_400 +
    (number('clock') + number('hours')) * 3600 +
    (number('sixty') + number('minutes') + number('bare')) * 60 +
    number('third') +
    number('seconds');
  if (match[0] !== 'T0' && !/\d/.test(match[0])) return undefined;
  return core(
    { start: at, end: at + match[0].length },
    {
      offset: seconds * 1000 * (/[−–-]/.test(groups['sign'] ?? '+') ? -1 : 1),
    },
  );
}

function absoluteAt(text: string, start: number, end: number, options: StampOptions): Core | undefined {
  let date = dateAt(text, start, end);
  let at = date?.span.end ?? start;
  let weekday: number | undefined;
  let approximate = false;
  let marks = '';
  if (date) {
    const range = rangeAt(text, at, end, (place) => dateAt(text, place, end)?.span.end);
    const joined = matchAt(beforeTime, text, at, end);
    let place = at + (joined?.[0].length ?? 0);
    const about = matchAt(approximateWord, text, place, end);
    if (about) place += about[0].length;
    const clock = place > at ? clockAt(text, place, end, 'certain') : undefined;
    if (clock) {
      approximate = about !== undefined;
      marks = joined?.[0] ?? '';
      at = place;
    } else {
      return core({ start, end: range ?? at }, { date });
    }
  } else {
    const named = weekdayAt(text, start, end);
    if (named) {
      weekday = named.day;
      at = named.end;
      const about = matchAt(approximateWord, text, at, end);
      at += about?.[0].length ?? 0;
    }
  }
  const clock = clockAt(text, at, end, options.packed ? 'any' : date ? 'certain' : 'none');
  if (!clock) return undefined;
  const exact = date !== undefined && (clock.hasSeconds || text[clock.span.start - 1] === 'T');
  let stampEnd = clock.span.end;
  let zone = zoneBehind(text, stampEnd, end, exact);
  stampEnd = zone?.end ?? stampEnd;
  let until: WrittenClock | undefined;
  const rangeEnd = rangeAt(text, stampEnd, end, (place) => {
    const other = dateAt(text, place, end);
    const from = other ? other.span.end + (matchAt(beforeTime, text, other.span.end, end)?.[0].length ?? 0) : place;
    const found = clockAt(text, from, end, clock.separator === '' ? 'any' : 'none');
    const alike = found && (found.separator === clock.separator || found.meridiem !== '');
    until = alike ? found : undefined;
    return until?.span.end;
  });
  if (rangeEnd !== undefined) {
    const second = zoneBehind(text, rangeEnd, end, exact);
    zone ??= second;
    stampEnd = second?.end ?? rangeEnd;
  }
  if (!date) {
    const behind = dateBehind(text, stampEnd, end);
    date = behind?.date;
    stampEnd = behind?.end ?? stampEnd;
  }
  return core(
    { start, end: stampEnd },
    { date, weekday, clock: inHalfOf(clock, until), until, zone: zone?.zone, approximate, marks },
  );
}

function core(place: Span, found: Partial<Core>): Core {
  return {
    date: undefined,
    weekday: undefined,
    clock: undefined,
    until: undefined,
    zone: undefined,
    approximate: false,
    offset: undefined,
    marks: '',
    ...found,
    span: place,
  };
}

/** `1:15-1:45 PM`: the half of the day is written once and holds for both. */
function inHalfOf(clock: WrittenClock, until: WrittenClock | undefined): WrittenClock {
  const { hour } = clock.time;
  if (!until?.meridiem || clock.meridiem !== '' || hour < 1 || hour > 11 || until.time.hour < hour + 12) return clock;
  return { ...clock, time: { ...clock.time, hour: hour + 12 } };
}

/** The end of a range's second half, if a range sign and such a half follow. */
function rangeAt(
  text: string,
  at: number,
  end: number,
  half: (place: number) => number | undefined,
): number | undefined {
  const sign = matchAt(rangeSign, text, at, end);
  return sign && half(at + sign[0].length);
}

function zoneBehind(
  text: string,
  at: number,
  end: number,
  exact: boolean,
): { zone: StatedZone; end: number } | undefined {
  const lead = matchAt(beforeZone, text, at, end)?.[0] ?? '';
  const zone = zoneAt(text, at + lead.length, end, exact && lead === '');
  if (!zone) return undefined;
  const bracket = lead.includes('(');
  if (bracket && text[zone.span.end] !== ')') return undefined;
  return { zone, end: zone.span.end + (bracket ? 1 : 0) };
}

/** `14:23 UTC (Oct 29)`, `12:45 PM PST Saturday Oct 30th`, `14:23 on 15 January 2024`. */
function dateBehind(text: string, at: number, end: number): { date: WrittenDate; end: number } | undefined {
  const lead = matchAt(beforeDate, text, at, end)?.[0] ?? '';
  if (lead === '') return undefined;
  const date = dateAt(text, at + lead.length, end);
  if (!date || date.short) return undefined;
  const bracket = lead.includes('(');
  if (bracket && text[date.span.end] !== ')') return undefined;
  return { date, end: date.span.end + (bracket ? 1 : 0) };
}

/** Passes the marks that were opened before the stamp, and what parts the stamp from the words. */
function closeAll(
  text: string,
  from: number,
  end: number,
  opened: readonly string[],
): { textStart: number; separated: boolean } {
  const open = [...opened];
  let separated = false;
  let at = from + (matchAt(sameElsewhere, text, from, end)?.[0].length ?? 0);
  const first = at;
  for (let i = 0; i < 12 && at < end; i++) {
    if (text[at] === '\\' && /[\])}*_`]/.test(text[at + 1] ?? '')) at++;
    const mark = open.findLast((candidate) => text.startsWith(closers[candidate] ?? candidate, at));
    if (mark !== undefined) {
      open.splice(open.lastIndexOf(mark), 1);
      at += (closers[mark] ?? mark).length;
      separated = true;
      if (mark === '[' && text[at] === '(') {
        const link = text.indexOf(')', at);
        if (link > 0 && link < end && link - at < 2000) at = link + 1;
      }
      continue;
    }
    const space = matchAt(gap, text, at, end);
    if (space) {
      at += space[0].length;
      continue;
    }
    const sign = matchAt(separator, text, at, end);
    const after = sign && text[at + sign[0].length];
    const parts =
      sign && (at === first || after === undefined || /[\s*_`)\]}]/.test(after) || at + sign[0].length >= end);
    if (!parts) break;
    separated = true;
    at += sign[0].length;
  }
  return { textStart: Math.min(at, end), separated };
}
