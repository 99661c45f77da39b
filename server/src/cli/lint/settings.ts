import type { Arguments } from '../arguments.ts';
import type { Failure } from '../failure.ts';
import type { Format } from '../formats/format.ts';
import { formatNamed } from '../formats/index.ts';
import { readMoment } from './moment.ts';

/** What the options of `lint` ask for, as far as the words alone say it. */
export interface LintSettings {
  /** Files, folders and `-`, as the person named them. */
  readonly named: readonly string[];
  readonly fix: boolean;
  readonly quiet: boolean;
  readonly maxWarnings: number;
  /** In ms since 1970 UTC. */
  readonly now: number;
  readonly format: Format;
}

/** Reads the options of `lint`. */
export function readSettings(given: Arguments): LintSettings | Failure {
  const now = given.value('now');
  const moment = now === undefined ? Date.now() : readMoment(now);
  if (moment === undefined) {
    return { failure: `--now takes an ISO 8601 date or date-time, such as 2024-01-18T09:00Z, not "${now}".` };
  }
  const most = given.value('max-warnings');
  if (most !== undefined && !/^\d{1,9}$/.test(most)) {
    return { failure: `--max-warnings takes a whole number, such as 0, not "${most}".` };
  }
  if (given.has('stdin-filename') && !given.operands.includes('-')) {
    return { failure: '--stdin-filename names standard input, which is read where "-" stands for a path.' };
  }
  const partial = ['changed', 'baseline'].find((name) => given.has(name));
  if (given.has('fix') && partial !== undefined) {
    return { failure: `--fix corrects whole documents, so it can't be combined with --${partial}.` };
  }
  return {
    named: given.operands.length > 0 ? given.operands : ['.'],
    fix: given.has('fix'),
    quiet: given.has('quiet'),
    maxWarnings: most === undefined ? Number.POSITIVE_INFINITY : Number(most),
    now: moment,
    format: formatNamed(given.value('format')),
  };
}
