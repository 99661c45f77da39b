import type { Span } from '../../text/span.ts';
import { matchAt } from './lexing.ts';

const relative =
  /(?:T\s?(?<sign>[+−–-])\s?|(?<plus>\+)(?=\d+(?::\d\d|\s?[dhms])))(?:(?<clock>\d{1,3}):(?<sixty>\d{2})(?::(?<third>\d{2}))?|(?:(?<days>\d{1,3})\s?d(?:ays?)?)?\s?(?:(?<hours>\d{1,3})\s?h(?:ours?|rs?)?)?\s?(?:(?<minutes>\d{1,4})\s?m(?:in(?:ute)?s?)?)?\s?(?:(?<seconds>\d{1,5}(?:\.\d{1,3})?)\s?s(?:ec(?:ond)?s?)?)?|(?<bare>\d{1,4}))(?!\w)|T0(?!\w)/y;

/** A stamp that counts from a start: `T+5m`, `T-1:30`, `T+0.5s`, `T0`. */
export interface RelativeStamp {
  readonly span: Span;
  /** In ms after the start; negative before it. */
  readonly offset: number;
}

/** The relative stamp that stands at a place. */
export function relativeAt(text: string, at: number, end: number): RelativeStamp | undefined {
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
  const sign = /[−–-]/.test(groups['sign'] ?? '+') ? -1 : 1;
  return { span: { start: at, end: at + match[0].length }, offset: seconds === 0 ? 0 : sign * seconds * 1000 };
}
