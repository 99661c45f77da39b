import type { Answers } from '../triage/triage.ts';

/** A figure that an alert's words can state, by the name under which triage knows it. */
interface Measure {
  readonly name: string;
  readonly pattern: RegExp;
  /** From the number, and the unit where there is one, to what triage counts in. */
  readonly read: (amount: number, unit: string) => number;
}

const percent = (amount: number): number => amount;
const fraction = (amount: number): number => amount / 100;

/** Read from left to right: the first of a name that is found holds, as what is measured comes before its threshold. */
const measures: readonly Measure[] = [
  { name: 'errorRate', pattern: /\berror[ -]?(?:rate|ratio)s?\b[^.%\d]{0,30}(\d+(?:\.\d+)?) ?%/i, read: fraction },
  {
    name: 'errorRate',
    pattern:
      /(?<![\d.])(\d+(?:\.\d+)?) ?% (?:of )?(?:all |the )?requests (?:are )?(?:fail|error|answered with an error)/i,
    read: fraction,
  },
  {
    name: 'users',
    pattern: /(?<![\d.])(\d+(?:\.\d+)?) ?% of (?:all |the |our |active )*(?:users|customers)\b/i,
    read: percent,
  },
  {
    name: 'latencyP99Ms',
    pattern: /(?:\bp99\b|\b99th percentile\b)[^.\d]{0,30}(\d+(?:\.\d+)?) ?(ms|milliseconds?|s|secs?|seconds?)\b/i,
    read: (amount, unit) => (/^m/i.test(unit) ? amount : amount * 1000),
  },
  {
    name: 'trafficRatio',
    pattern: /\btraffic\b[^.%\d]{0,30}(\d+(?:\.\d+)?) ?% of (?:the )?(?:expected|normal|usual|forecast)/i,
    read: fraction,
  },
  {
    name: 'trafficRatio',
    pattern: /\btraffic\b[^.%\d]{0,20}\b(?:down|dropped|fell|lower)(?: by)? (\d+(?:\.\d+)?) ?%/i,
    read: (amount) => Math.max(0, 1 - amount / 100),
  },
];

/** The figures that words state, as answers to the triage's questions. */
export function measuresIn(words: string): Answers {
  const found: Record<string, number> = {};
  for (const { name, pattern, read } of measures) {
    const [, amount, unit = ''] = pattern.exec(words) ?? [];
    if (amount !== undefined && found[name] === undefined) found[name] = read(Number(amount), unit);
  }
  return found;
}
