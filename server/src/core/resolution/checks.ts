import type { Configuration } from '../configuration/configuration.ts';

/** What is measured before an incident counts as over. */
export interface Measurements {
  /** The share of requests that fail, as a fraction of 1. */
  readonly errorRate?: number;
  readonly latencyP99Ms?: number;
  /** The traffic, as a fraction of the expected. */
  readonly trafficRatio?: number;
}

/** One thing to look at, and how it is. */
export interface Check {
  readonly name: keyof Measurements;
  /** What must hold, in words: `error rate under 1 %`. */
  readonly wants: string;
  /** Undefined while nobody has measured it. */
  readonly holds: boolean | undefined;
  /** What was measured, in words. */
  readonly measured: string | undefined;
}

/**
 * The checks by which an incident counts as over (S1: errors under 1 %, p99 under 1 s, traffic over 90 % of the expected).
 * After the watch, only errors and latency are looked at again.
 */
export function resolutionChecks(
  { resolution }: Pick<Configuration, 'resolution'>,
  measured: Measurements,
  after: 'fix' | 'watch' = 'fix',
): readonly Check[] {
  const { errorRateBelow, latencyP99Below, trafficAbove } = resolution;
  const errors = percent(measured.errorRate);
  const traffic = percent(measured.trafficRatio);
  const latency = measured.latencyP99Ms;
  const all: readonly Check[] = [
    {
      name: 'errorRate',
      wants: `error rate under ${errorRateBelow} %`,
      holds: errors === undefined ? undefined : errors < errorRateBelow,
      measured: errors === undefined ? undefined : `${digits(errors)} %`,
    },
    {
      name: 'latencyP99Ms',
      wants: `p99 latency under ${latencyP99Below} ms`,
      holds: latency === undefined ? undefined : latency < latencyP99Below,
      measured: latency === undefined ? undefined : `${digits(latency)} ms`,
    },
    {
      name: 'trafficRatio',
      wants: `traffic over ${trafficAbove} % of the expected`,
      holds: traffic === undefined ? undefined : traffic > trafficAbove,
      measured: traffic === undefined ? undefined : `${digits(traffic)} %`,
    },
  ];
  return after === 'watch' ? all.filter(({ name }) => name !== 'trafficRatio') : all;
}

/** What keeps an incident from counting as over, one sentence; undefined where nothing does. */
export function failedChecks(checks: readonly Check[]): string | undefined {
  const failed = checks.filter(({ holds }) => holds !== true);
  if (failed.length === 0) return undefined;
  const words = failed.map(({ wants, measured }) =>
    measured === undefined ? `${wants} (not measured)` : `${wants} (it is ${measured})`,
  );
  return `The resolution is not verified; it takes ${words.join(', ')}.`;
}

function percent(fraction: number | undefined): number | undefined {
  // 0.07 × 100 is a little more than 7 as a number of the machine.
  return fraction === undefined ? undefined : Number((fraction * 100).toPrecision(12));
}

function digits(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
