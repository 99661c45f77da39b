/** A length of time as a document states it. */
export interface StatedDuration {
  readonly minutes: number;
  /** How far the truth may lie from it, in minutes: half a unit of the smallest unit where it is rounded or "about". */
  readonly tolerance: number;
}

const minutesPerUnit: readonly (readonly [RegExp, number])[] = [
  [/^(?:w|wks?|weeks?)$/i, 7 * 24 * 60],
  [/^(?:d|days?)$/i, 24 * 60],
  [/^(?:h|hrs?|hours?)$/i, 60],
  [/^(?:m|mins?|minutes?)$/i, 1],
  [/^(?:s|secs?|seconds?)$/i, 1 / 60],
];

const part = /(\d+(?:[.,]\d+)?)\s*-?\s*([a-z]+)(?![a-z])\.?/giy;
const about =
  /^(?:~|≈|about|approx(?:\.|imately)?|around|roughly|circa|ca\.|nearly|almost|over|more than|less than|under|up to)\s*/i;

/** The smallest tolerance, in minutes: stamps have no seconds. */
const stampTolerance = 1;

/**
 * Reads "2 hours 35 minutes", "2h 35m", "155 min", "1.5 hours", "2:35 h", "PT2H35M"; what follows in parentheses or after
 * a comma is left aside. Undefined for what is no single length of time ("ongoing", "2-3 hours").
 */
export function readDuration(text: string): StatedDuration | undefined {
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
  const clock = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*(?:h|hrs?|hours?)?(?=$|[\s(,;])/i.exec(rest);
  if (clock) return { minutes: Number(clock[1]) * 60 + Number(clock[2]), tolerance: stampTolerance };
  return readParts(rest, lead !== '');
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
    const separator = /^\s*(?:,\s*(?:and\s+)?|and\s+|&\s*)?/i.exec(text.slice(part.lastIndex))?.[0] ?? '';
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
  return { minutes, tolerance: Math.max(stampTolerance, rounded ? smallest / 2 : 0) };
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
