import type { Span } from '../../text/span.ts';
import { matchAt } from './lexing.ts';
import type { ClockTime } from './timeline.ts';

/** A wall-clock time as it is written, with what an edit needs to write another time in the same form. */
export interface WrittenClock {
  readonly span: Span;
  readonly time: ClockTime;
  /** What stands between hour and minute; empty for `1430`, undefined for `2 PM` and `noon`. */
  readonly separator: string | undefined;
  readonly hasSeconds: boolean;
  /** `09:05` rather than `9:05`. */
  readonly padded: boolean;
  /** The half of the day as written, with the space before it: ` PM`, `am`, `a`; empty where there is none. */
  readonly meridiem: string;
  /** What is meant, where a slip of the pen is written: `14:22` for `14;22`. */
  readonly meant?: string;
}

const meridiem = '(?<meridiem>\\s?[ap]\\.m\\b\\.?|\\s?[ap]m\\b|[ap]\\b|(?<=12:00)\\s(?:noon|midday|midnight)\\b)?';
/** What may follow without changing the meaning: `14:23h`, `14:23 hrs`, `14:23 Uhr`. */
const unit = "(?:\\s?(?:hrs?|hours|h|uhr|o'clock)(?![\\w]))?";
const colonForm = new RegExp(
  `(?<hour>\\d{1,2})(?<sep>[:：∶])(?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d{1,9})?|:xx\\b)?(?!\\d|:\\d)${meridiem}${unit}`,
  'iy',
);
const dotForm = new RegExp(
  `(?<hour>\\d{1,2})(?<sep>\\.)(?<minute>\\d{2})(?:\\.(?<second>\\d{2}))?(?!\\.?\\d|%)${meridiem}${unit}`,
  'iy',
);
const letterForm = /(?<hour>\d{1,2})(?<sep>\s?h\s?)(?<minute>\d{2})(?:min|m)?(?!\w)/iy;
/** `20240311T074000Z` */
const packedSeconds = /(?<=\dT)(?<hour>\d{2})(?<sep>)(?<minute>\d{2})(?<second>\d{2})(?!\d)/iy;
/** `14h: Alert`; one digit is rather a length of time. */
const letterHour = /(?<hour>\d{2})h(?=\s?(?:[-–—:]\s|$))/iy;
/** `230pm`, `0240 PM` */
const packedHalf = /(?<hour>\d{1,2})(?<sep>)(?<minute>\d{2})(?<meridiem>\s?[ap]\.m\b\.?|\s?[ap]m\b)/iy;
const hourForm = /(?<hour>\d{1,2})(?:(?<meridiem>\s?[ap]\.m\b\.?|\s?[ap]m\b)|\suhr\b)/iy;
const packedForm = /(?<hour>\d{2})(?<minute>\d{2})(?![\d:.,%/-]*\d)(?!\w)/y;
/** With nothing behind it that it could be a number of. */
const packedCertain = /(?<hour>\d{2})(?<minute>\d{2})(?=\s*(?:[-–—:|>,;)\]*_`\r\n]|$)|\s[A-Z]{2,4}\b)(?![-:.,/]\d)/y;
const packedMarked =
  /(?<hour>\d{2})(?<minute>\d{2})(?=Z\b|\s?(?:hrs?|h|hours|UTC|GMT)\b)(?:\s?(?:hrs?|hours|h)(?!\w))?/iy;
const wordForm = /(?:12 )?(?<word>noon|midday|midnight)\b/iy;

/**
 * The time that stands at a place; undefined for none and for an impossible one. `packed` says when four bare digits are
 * read, which elsewhere are a year or a number of things: never, where nothing follows that they could count, always.
 */
export function clockAt(
  text: string,
  at: number,
  end: number,
  packed: 'none' | 'certain' | 'any',
): WrittenClock | undefined {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) {
    for (const form of [
      colonForm,
      packedSeconds,
      letterForm,
      letterHour,
      hourForm,
      packedHalf,
      dotForm,
      packedMarked,
    ]) {
      const found = read(matchAt(form, text, at, end));
      if (found) return found;
    }
    if (packed === 'none') return undefined;
    return read(matchAt(packed === 'any' ? packedForm : packedCertain, text, at, end));
  }
  const word = matchAt(wordForm, text, at, end);
  if (!word) return undefined;
  const hour = word.groups?.['word']?.toLowerCase() === 'midnight' ? 0 : 12;
  return {
    span: { start: at, end: at + word[0].length },
    time: { hour, minute: 0, second: 0 },
    separator: undefined,
    hasSeconds: false,
    padded: false,
    meridiem: '',
  };
}

/** A letter that looks like a digit, or a semicolon: `2O:05`, `l4:23`, `14;23`. */
const mistyped = /(?=\S{0,4}\d)(?=\d{0,2}[OolI;]|\d{1,2}:\d?[OolI])[\dOolI]{1,2}[:;][\dOolI]{2}(?![\w:;])/y;

/** The time that somebody meant and mistyped; undefined where that can't be one either. */
export function mistypedClockAt(text: string, at: number, end: number): WrittenClock | undefined {
  const written = matchAt(mistyped, text, at, end)?.[0];
  if (written === undefined) return undefined;
  const meant = unmistyped(written);
  const clock = clockAt(meant, 0, meant.length, 'none');
  return clock && { ...clock, span: { start: at, end: at + written.length }, meant };
}

/** Words with the digits and the colon that they were meant to have. */
export function unmistyped(written: string): string {
  return written.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1').replace(';', ':');
}

function read(match: RegExpExecArray | undefined): WrittenClock | undefined {
  if (!match) return undefined;
  const groups = match.groups ?? {};
  const written = groups['hour'] ?? '';
  const half = groups['meridiem'] ?? '';
  const minute = Number(groups['minute'] ?? 0);
  const second = Math.min(Number(groups['second'] ?? 0), 60);
  let hour = Number(written);
  // "13:55 PM" says the same thing twice; "23:00 AM" is taken by its number.
  if (half !== '' && hour >= 1 && hour <= 12) hour = (hour % 12) + (/p|noon|midday/i.test(half) ? 12 : 0);
  if (hour > 23 || minute > 59) return undefined;
  return {
    span: { start: match.index, end: match.index + match[0].length },
    time: { hour, minute, second: Math.min(second, 59) },
    separator: groups['minute'] === undefined ? undefined : (groups['sep'] ?? ''),
    hasSeconds: groups['second'] !== undefined,
    padded: written.length === 2 && (written.startsWith('0') || half === ''),
    meridiem: half,
  };
}
