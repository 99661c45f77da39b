import { formatDuration } from './duration.ts';

/** A piece of a written value, and what stands there instead. */
export interface RewrittenDuration {
  /** Where the length of time begins in the value, and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const about = '(?:(?:~|≈|about|approx(?:\\.|imately)?|around|roughly|circa|ca\\.|nearly|almost|over|under)\\s*)?';
const unit = '(?:d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)';
const iso = /P(?:\d+D)?T?(?:\d+H)?(?:\d+M)?(?:\d+S)?(?=$|[\s(,;])/;
/** Not the beginning of "18:00 to 19:12" or "18:00 UTC". */
const clock = new RegExp(`${about}\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?(?=$|[(,;h]|\\s+(?:h|hrs?|hours?)\\b|\\s*\\()`, 'i');
const parts = new RegExp(
  `${about}\\d+(?:[.,]\\d+)?\\s*-?\\s*${unit}(?![a-z])(?:\\s*(?:,|and|&)?\\s*\\d+(?:[.,]\\d+)?\\s*-?\\s*${unit}(?![a-z])|[0-5]\\d\\b)*`,
  'i',
);
const part = /(\d+(?:[.,]\d+)?)(\s*-?\s*)([a-z]+)/gi;

/**
 * How a value that states a length of time would state another one, in minutes, in the same way: "155 min" in minutes, "2h
 * 35m" and "2 hours 35 minutes" in the same units, PT2H35M, 2:35. Undefined for a value that states none.
 */
export function rewriteDuration(value: string, minutes: number): RewrittenDuration | undefined {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const asIso = iso.exec(value);
  if (asIso && asIso[0].length > 2)
    return found(asIso, `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`);
  const asParts = parts.exec(value);
  const asClock = clock.exec(value);
  if (asClock && (!asParts || asClock.index < asParts.index))
    return found(asClock, `${hours}:${String(rest).padStart(2, '0')}`);
  return asParts ? found(asParts, likeParts(asParts[0], whole)) : undefined;
}

function likeParts(written: string, whole: number): string {
  const [first, second] = written.matchAll(part);
  const [expression = '', , gap = ' ', name = ''] = first ?? [];
  const say = (count: number, one: string, plural: boolean): string =>
    `${count}${gap}${one}${plural && count !== 1 ? 's' : ''}`;
  if (/^m/i.test(name)) return /^minutes?$/i.test(name) ? say(whole, 'minute', true) : `${whole}${gap}${name}`;

  const short = name.length === 1;
  if (!short && !/^(?:hr|min|sec)s?$/i.test(name)) return formatDuration(whole);
  const [hour, minute] = short ? ['h', 'm'] : ['hr', 'min'];
  const joint = first && second ? written.slice(first.index + expression.length, second.index) : ' ';
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const pieces = [hours > 0 ? say(hours, hour, !short) : '', rest > 0 || hours === 0 ? say(rest, minute, !short) : ''];
  return pieces.filter((piece) => piece !== '').join(joint);
}

function found(match: RegExpExecArray, text: string): RewrittenDuration {
  return { start: match.index, end: match.index + match[0].length, text };
}
