import { nearestWord } from '../../text/nearest.ts';
import { figureOf, numberWords } from './numerals.ts';

/** A length of time as a document states it. */
export interface StatedDuration {
  readonly minutes: number;
  /** How far the truth may lie from it, in minutes: half a unit of the smallest unit where it is rounded or "about". */
  readonly tolerance: number;
}

const minutesPerUnit: readonly (readonly [RegExp, number])[] = [
  [/^(?:w|wks?|weeks?|wochen?)$/i, 7 * 24 * 60],
  [/^(?:d|days?|tage?)$/i, 24 * 60],
  [/^(?:h|hrs?|hours?|std|stunden?)$/i, 60],
  [/^(?:m|mins?|minuten?|minutes?)$/i, 1],
  [/^(?:s|secs?|seconds?|sek|sekunden?)$/i, 1 / 60],
];

const part = /(\d+(?:[.,]\d+)?)\s*-?\s*([a-z]+)(?![a-z])\.?/giy;
const about =
  /^(?:~|≈|about|approx(?:\.|imately)?|around|roughly|circa|ca\.|nearly|almost|over|more than|less than|under|up to)\s*/i;

/** "2:35 h", but neither the beginning of "14:23 to 16:58" nor a time such as "2:35 pm" and "14:23 UTC". */
const clockForm =
  /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*(?:h|hrs?|hours?)?(?=$|[\s(,;])(?!\s*(?:[-–—]|to\b|until\b|[ap]\.?m\b|[A-Z]{2,4}\b))/i;

/** The smallest tolerance, in minutes: stamps have no seconds. */
const stampTolerance = 1;

/**
 * Reads "2 hours 35 minutes", "2h 35m", "155 min", "1.5 hours", "2:35 h", "PT2H35M", "14:23 to 16:58 (2h 35m)"; what follows
 * in parentheses or after a comma is left aside. Undefined for what is no single length of time ("ongoing", "2-3 hours").
 */
export function readDuration(text: string): StatedDuration | undefined {
  return readLeading(text) ?? readLeading(/^[^()]{0,80}\(([^()]{1,60})\)/.exec(text)?.[1] ?? '');
}

function readLeading(text: string): StatedDuration | undefined {
  const words = text.trim();
  const lead = about.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length);
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?$/.exec(rest);
  if (iso && rest.length > 2) {
    return {
      minutes: Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0),
      tolerance: stampTolerance,
    };
  }
  const clock = clockForm.exec(rest);
  if (clock) return { minutes: Number(clock[1]) * 60 + Number(clock[2]), tolerance: stampTolerance };
  return readParts(inFigures(rest), lead !== '');
}

const unitWord = '(?:weeks?|days?|hours?|minutes?|hrs?|mins?)';
const spelledNumber = new RegExp(`\\b(an?|${numberWords})[\\s-]+(?=${unitWord}\\b)`, 'gi');
const withHalf = new RegExp(`\\b(\\d+) (${unitWord}) and a half\\b`, 'gi');
const halfBefore = new RegExp(`\\b(${numberWords}) and a half (?=${unitWord}\\b)`, 'gi');

/** "Half an hour", "two hours", "an hour and a half" with their numbers in figures. */
function inFigures(text: string): string {
  return text
    .replace(/\bhalf (?:an?|the) (?=hour|day|week)/gi, '0.5 ')
    .replace(halfBefore, (_, word: string) => `${figureOf(word) ?? 1}.5 `)
    .replace(spelledNumber, (_, word: string) => `${figureOf(word) ?? 1} `)
    .replace(withHalf, '$1.5 $2');
}

/** Whether a text states a length of time at all, be it a range of lengths ("2-3 hours") or of times ("14:23 to 16:58"). */
export function isLengthOfTime(text: string): boolean {
  if (readDuration(text)) return true;
  if (/\d{1,2}[:.]\d{2}(?!\d).*\d{1,2}[:.]\d{2}(?!\d)/.test(text)) return true;
  if (/\b\d{1,2} ?[ap]\.?m\b.*\b\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b/i.test(text)) return true;
  return [...inFigures(text).matchAll(/\d\s*-?\s*([a-z]+)/gi)].some(([, word = '']) =>
    minutesPerUnit.some(([name]) => name.test(word)),
  );
}

/** A length of time with its units spelled right: "2 horus" as "2 hours"; undefined where that does not make it one. */
export function correctedDuration(text: string): string | undefined {
  const units = ['minutes', 'minute', 'hours', 'hour', 'days', 'day', 'weeks', 'week', 'seconds'];
  const corrected = text.replace(/(?<=\d\s*)[a-z]+/gi, (word) =>
    minutesPerUnit.some(([name]) => name.test(word)) ? word : (nearestWord(word, units) ?? word),
  );
  return corrected !== text && readDuration(corrected) ? corrected : undefined;
}

function readParts(text: string, approximate: boolean): StatedDuration | undefined {
  let minutes = 0;
  let smallest = 0;
  let position = 0;
  while (position < text.length) {
    part.lastIndex = position;
    const match = part.exec(text);
    if (!match) break;
    const unit = minutesPerUnit.find(([name]) => name.test(match[2] ?? ''))?.[1];
    if (unit === undefined) break;
    minutes += Number((match[1] ?? '').replace(',', '.')) * unit;
    smallest = unit;
    const separator = /^\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|und\s+)?/i.exec(text.slice(part.lastIndex))?.[0] ?? '';
    position = part.lastIndex + separator.length;
    // "1h30" leaves the unit of its minutes away.
    const bare = unit === 60 && separator === '' ? /^([0-5]\d)\b/.exec(text.slice(position)) : null;
    if (bare) {
      minutes += Number(bare[1]);
      smallest = 1;
      position += bare[0].length;
    }
  }
  if (smallest === 0) return undefined;
  const tail = text.slice(position).trim();
  if (/^(?:to|or)\b|^[-–—]\s*\d/.test(tail)) return undefined;
  const rounded = approximate || smallest >= 1440;
  // "About 45 minutes" is rounded to a quarter of an hour, "about 50" to ten minutes.
  const step = approximate && smallest === 1 ? ([15, 10, 5].find((grain) => minutes % grain === 0) ?? 1) : smallest;
  return { minutes, tolerance: Math.max(stampTolerance, rounded ? step / 2 : 0) };
}

/** 155 as "2 hours 35 minutes". */
export function formatDuration(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const parts = [
    [Math.floor(whole / 1440), 'day'],
    [Math.floor((whole % 1440) / 60), 'hour'],
    [whole % 60, 'minute'],
  ] as const;
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return words.length > 0 ? words.join(' ') : '0 minutes';
}
