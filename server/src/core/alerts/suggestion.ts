import type { Configuration } from '../configuration/configuration.ts';
import type { Severity } from '../configuration/severities.ts';
import { groundsOf } from '../triage/triage.ts';
import type { Alert } from './alert.ts';
import { measuresIn } from './measures.ts';
import { severityOf } from './read.ts';

/** The severity that an alert means by the team's criteria, and why. */
export interface Suggestion {
  readonly severity: string;
  /** What gave it, each as words that stand within a sentence: `Alertmanager calls it critical`. */
  readonly reasons: readonly string[];
}

/**
 * The gravest severity of what the service itself calls the alert, of the figures in its words and of the criteria that these
 * words name; undefined where none of them says anything.
 */
export function suggestSeverity(alert: Alert, configuration: Configuration): Suggestion | undefined {
  const { severities } = configuration;
  const words = [alert.title, alert.description].filter((text) => text !== undefined).join('. ');
  const called = severityOf(alert, severities);
  const grounds = [
    ...(called ? [{ severity: called.name, words: `${alert.source} calls it ${alert.severity ?? ''}` }] : []),
    ...groundsOf(configuration, measuresIn(words)),
    ...severities.flatMap((severity) => namedCriteria(severity, words)),
  ];
  const gravest = severities.find(({ name }) => grounds.some(({ severity }) => severity === name));
  if (!gravest) return undefined;
  const reasons = grounds.filter(({ severity }) => severity === gravest.name).map((ground) => ground.words);
  return { severity: gravest.name, reasons: [...new Set(reasons)] };
}

/** The criteria of a severity that words name: of "Data loss or corruption" both "data loss" and "data corruption". */
function namedCriteria({ name, criteria }: Severity, words: string): { severity: string; words: string }[] {
  return criteria
    .filter((criterion) => phrasesOf(criterion).some((phrase) => names(words, phrase)))
    .map((criterion) => ({ severity: name, words: criterion }));
}

/** A criterion's alternatives, as far as they are of several words: a single one says too little by itself. */
function phrasesOf(criterion: string): readonly string[] {
  const [first = '', ...others] = criterion.split(/\s+or\s+|\s*,\s*/i);
  const lead = first.replace(/\s*\S+$/, '');
  return [first, ...others.map((other) => (/\s/.test(other) ? other : `${lead} ${other}`))].filter((phrase) =>
    /\S\s+\S/.test(phrase),
  );
}

function names(words: string, phrase: string): boolean {
  const pattern = phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  return new RegExp(
    String.raw`(?<!\b(?:no|not|without|never)\s(?:\S+\s)?)(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`,
    'iu',
  ).test(words);
}
