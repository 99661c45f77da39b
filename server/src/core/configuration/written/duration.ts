import { written } from '../../shapes/describe.ts';
import type { Shape } from '../../shapes/shape.ts';
import { scaled } from './scale.ts';

/** The units of a duration as they are written back, longest first, in minutes. */
const units: readonly (readonly [name: string, plural: string, minutes: number])[] = [
  ['week', 'weeks', 7 * 24 * 60],
  ['day', 'days', 24 * 60],
  ['h', 'h', 60],
  ['min', 'min', 1],
  ['s', 's', 1 / 60],
];

const part = String.raw`\d+(?:\.\d+)? ?(?:weeks?|w|days?|d|hours?|h|minutes?|mins?|m|seconds?|secs?|s)`;
const durations = new RegExp(`${part}(?: ${part})*`);
const expected = 'a duration such as "30 min", "4 h" or "1 day"';

/** A length of time, in minutes. */
export function duration(meaning: string): Shape<number> {
  return written(meaning, {
    expected,
    pattern: durations,
    examples: ['15 min', '30 min', '1 h', '4 h', '1 day'],
    read: ([text]) => ({ value: minutesOf(text) }),
    write: writeDuration,
  });
}

/** How soon somebody must respond, in minutes; 0 is at once, undefined the next business day. */
export function responseTime(meaning: string): Shape<number | undefined> {
  return written<number | undefined>(meaning, {
    expected: `"immediately", "next business day" or ${expected}`,
    pattern: new RegExp(`immediately|next business day|${durations.source}`),
    examples: ['immediately', '15 min', '1 h', '4 h', 'next business day'],
    read([text]) {
      if (text === 'immediately') return { value: 0 };
      return { value: text === 'next business day' ? undefined : minutesOf(text) };
    },
    write(value) {
      if (value === undefined) return 'next business day';
      return value === 0 ? 'immediately' : writeDuration(value);
    },
  });
}

/** A number of whole days. */
export function days(meaning: string): Shape<number> {
  return written(meaning, {
    expected: 'a number of days such as "2 days" or "1 week"',
    pattern: /(\d{1,5}) ?(days?|d|weeks?|w)/,
    examples: ['1 day', '2 days', '1 week', '30 days', '90 days'],
    read([, count, unit]) {
      const value = Number(count) * (unit?.startsWith('w') ? 7 : 1);
      return value > 0 ? { value } : undefined;
    },
    write: (value) => (value === 7 ? '1 week' : `${value} ${value === 1 ? 'day' : 'days'}`),
  });
}

/** A short time in which something is answered, in milliseconds. */
export function latency(meaning: string): Shape<number> {
  return written(meaning, {
    expected: 'a time such as "500 ms" or "1 s"',
    pattern: /(\d+(?:\.\d+)?) ?(ms|s)/,
    examples: ['500 ms', '1 s', '5 s'],
    read: ([, amount, unit]) => ({ value: scaled(Number(amount), unit === 's' ? 1000 : 1) }),
    write: (value) => (value >= 1000 ? `${value / 1000} s` : `${value} ms`),
  });
}

function minutesOf(text: string): number {
  let minutes = 0;
  for (const [, amount, letter] of text.matchAll(/(\d+(?:\.\d+)?) ?([a-z])[a-z]*/g)) {
    minutes += scaled(Number(amount), units.find(([name]) => name.startsWith(letter ?? ''))?.[2] ?? 0);
  }
  return minutes;
}

function writeDuration(minutes: number): string {
  const unit = units.find(([, , length]) => minutes >= length && Number.isInteger(minutes / length));
  const [name, plural, length] = unit ?? ['min', 'min', 1];
  const count = minutes / length;
  return `${count} ${count === 1 ? name : plural}`;
}
