import { ownWords } from '../../text/slice.ts';
import type { Span } from '../../text/span.ts';
import { weekdayAt } from './calendarNames.ts';
import { clockAt, mistypedClockAt, type WrittenClock } from './clock.ts';
import { matchAt } from './lexing.ts';
import type { StatedZone } from './timeline.ts';
import { dateAt, mistypedDateAt, type WrittenDate } from './writtenDate.ts';
import { zoneAt } from './zones.ts';

/** Date, time, range and zone as they are written, before the rest of the document settles what they leave open. */
export interface WrittenMoment {
  readonly span: Span;
  readonly date: WrittenDate | undefined;
  /** The weekday of a moment without a date: `Mon 14:23`; 0 is Sunday. */
  readonly weekday: number | undefined;
  readonly clock: WrittenClock | undefined;
  readonly until: WrittenClock | undefined;
  readonly zone: StatedZone | undefined;
  readonly approximate: boolean;
  /** What stands between date and time, marks of Markdown among it. */
  readonly marks: string;
}

/** Words and signs that say that a time is only about right. */
export const approximateWord =
  /(?:~|≈|±|approx(?:\.|imately)?|around|about|circa|c(?:a)?\.|ca|roughly|est\.|(?:gegen|etwa|vers|environ|hacia|sobre|por volta)(?= )(?: (?:las?|das?)\b)?)\s*/iy;
const beforeTime =
  /(?:T(?=\d)|[\s,;|@/_*`[\]()]|(?:at|um)\b|kl\.?|(?:à|às|as?|a las?)(?=\s\d)|-|–|—|:(?=\s|\d{2}:\d{2}:\d{2}))*/iy;
const beforeDate = /(?:\s*(?:,|\bon\b|\()?\s*)/iy;
/** `Mon Jan 15 14:05:00 UTC 2024` */
const yearBehind = /\s((?:19|20)\d{2})(?![\w:.-]*\d)/y;
const behindZone = /:?\s{1,3}(?=\d{1,2}[:.h]\d{2}|\d{4}\b)/y;
const beforeZone = /\s?\(?\s?/y;
const rangeSign =
  /\s*(?:-{1,2}>?|[‐‑‒–—―−→⇒⟶➔➜]|\b(?:to|until|till|and|bis|hasta|até)\b|\bà(?=\s)|\/(?=\d{4}-))\s*(?:[~≈]\s?)?/iy;

/** A moment of which nothing is written yet but its place. */
export const nothing = {
  weekday: undefined,
  clock: undefined,
  until: undefined,
  zone: undefined,
  approximate: false,
  marks: '',
} as const;

/** The moment that stands at a place: a time, a date, or both in either order, with range and zone. */
export function writtenMomentAt(
  text: string,
  start: number,
  end: number,
  anyPacked: boolean,
): WrittenMoment | undefined {
  let date = dateAt(text, start, end) ?? mistypedDateAt(text, start, end);
  let at = date?.span.end ?? start;
  let weekday: number | undefined;
  let approximate = false;
  let marks = '';
  let zone: WrittenZone | undefined;
  if (date) {
    const range = rangeAt(text, at, end, (place) => dateAt(text, place, end)?.span.end);
    const joined = matchAt(beforeTime, text, at, end);
    let place = at + (joined?.[0].length ?? 0);
    const about = matchAt(approximateWord, text, place, end);
    if (about) place += about[0].length;
    const clock = place > at ? (clockAt(text, place, end, 'certain') ?? mistypedClockAt(text, place, end)) : undefined;
    if (clock) {
      approximate = about !== undefined;
      marks = ownWords(joined?.[0] ?? '');
      at = place;
    } else {
      return { ...nothing, span: { start, end: range ?? at }, date };
    }
  } else {
    const named = weekdayAt(text, start, end);
    if (named) {
      weekday = named.day;
      at = named.end;
      const about = matchAt(approximateWord, text, at, end);
      at += about?.[0].length ?? 0;
    } else {
      zone = zoneBefore(text, at, end);
      at = zone?.end ?? at;
    }
  }
  const clock = clockAt(text, at, end, anyPacked ? 'any' : date ? 'certain' : 'none') ?? mistypedClockAt(text, at, end);
  if (!clock) return undefined;
  const exact = date !== undefined && (clock.hasSeconds || text[clock.span.start - 1] === 'T');
  let stampEnd = clock.span.end;
  const behind = zone ? undefined : zoneBehind(text, stampEnd, end, exact);
  zone ??= behind;
  stampEnd = behind?.end ?? stampEnd;
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
    const dated = dateBehind(text, stampEnd, end);
    date = dated?.date;
    stampEnd = dated?.end ?? stampEnd;
  }
  const year = clock.hasSeconds && date?.year === undefined ? matchAt(yearBehind, text, stampEnd, end) : undefined;
  if (date && year) {
    date = { ...date, year: Number(year[1]) };
    stampEnd += year[0].length;
  }
  return {
    span: { start, end: stampEnd },
    date,
    weekday,
    clock: inHalfOf(clock, until),
    until,
    zone: zone?.zone,
    approximate,
    marks,
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

/** A zone beside a time, and where it ends with the brackets around it. */
interface WrittenZone {
  readonly zone: StatedZone;
  readonly end: number;
}

/** `UTC 14:23`: the zone stands first, and a time right behind it. */
function zoneBefore(text: string, at: number, end: number): WrittenZone | undefined {
  const zone = /[A-Z]/.test(text[at] ?? '') ? zoneAt(text, at, end, false) : undefined;
  const joint = zone && matchAt(behindZone, text, zone.span.end, end);
  return zone && joint && { zone, end: joint.index + joint[0].length };
}

function zoneBehind(text: string, at: number, end: number, exact: boolean): WrittenZone | undefined {
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
