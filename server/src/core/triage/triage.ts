import type { Configuration } from '../configuration/configuration.ts';
import type { Severity } from '../configuration/severities.ts';
import type { LowerBound } from '../configuration/written/quantity.ts';
import { formatDuration } from '../model/values/duration.ts';

/** What somebody answered: yes or no to a question, a number to a figure. */
export type Answers = Readonly<Record<string, boolean | number>>;

/** Whether it is an incident, how severe, and why. */
export interface Verdict {
  readonly incident: boolean;
  /** Undefined where it is none. */
  readonly severity: string | undefined;
  /** One sentence for each answer that counted. */
  readonly reasons: readonly string[];
  /** What of it gave the severity, each as words that stand within a sentence. */
  readonly grounds: readonly string[];
  /** What the incident is called where measurements began it (S1). */
  readonly title: string | undefined;
}

/** A question of the triage. */
export interface Question {
  /** The name by which an answer is given. */
  readonly name: string;
  /** What is asked of a person. */
  readonly question: string;
}

/** A figure by which severities are told apart, or at which an incident begins. */
export interface Figure extends Question {
  readonly unit: string;
}

/** The questions that are answered with yes or no, in their order (S2). */
export function questions({ triage }: Configuration): readonly Question[] {
  const time = formatDuration(triage.backupAfter);
  return triage.criteria.map(({ name, question }) => ({ name, question: question.replaceAll('{backupAfter}', time) }));
}

/** The figures that are answered with a number, each of which may stay unknown (S1). */
export const figures: readonly Figure[] = [
  { name: 'users', question: 'Which share of the users is affected?', unit: '%' },
  { name: 'revenuePerHour', question: 'How much revenue does an hour cost?', unit: 'per hour' },
  { name: 'errorRate', question: 'Which share of the requests fails?', unit: '%' },
  { name: 'latencyP99Ms', question: 'Within which time are 99 of 100 requests answered?', unit: 'ms' },
  { name: 'trafficRatio', question: 'How much of the expected traffic is there?', unit: '%' },
];

/** Why answers can't be judged. */
export interface Misunderstood {
  readonly reason: string;
}

/**
 * Judges the answers by the team's criteria. `errorRate` and `trafficRatio` are fractions of 1, as monitoring gives them;
 * `users` is in percent, `revenuePerHour` in the team's currency, `latencyP99Ms` in ms. The gravest criterion wins (S1).
 */
export function judge(configuration: Configuration, answers: Answers): Verdict | Misunderstood {
  const asked = questions(configuration);
  const wrong = misunderstood(asked, answers);
  if (wrong) return wrong;
  const { triage, severities } = configuration;
  const confirmed = triage.criteria.flatMap((criterion, index) =>
    answers[criterion.name] === true ? [{ ...criterion, question: asked[index]?.question ?? '' }] : [],
  );
  const measured = groundsOf(configuration, answers);
  const reasons = [
    ...confirmed.map(
      ({ question, incident }) => `${question} Yes${incident === 'always' ? ': always an incident.' : '.'}`,
    ),
    ...measured.map(({ words, severity }) => `${words}: ${severity}.`),
  ];
  if (reasons.length === 0) return noIncident;
  const dataIssue = confirmed.some(({ name }) => name === 'dataIssue') ? severityOfData(severities) : undefined;
  const grades = [...(dataIssue ? [dataIssue] : []), ...measured.map(({ severity }) => severity)];
  const gravest = severities.find(({ name }) => grades.includes(name));
  const chosen = gravest ?? severityUnjudged(severities);
  return {
    incident: true,
    severity: chosen?.name,
    reasons: [
      ...reasons,
      ...(dataIssue ? [`An issue with data is ${dataIssue}.`] : []),
      ...(gravest || !chosen ? [] : [`No figure of the impact is known: it begins as ${chosen.name}.`]),
    ],
    grounds: [
      ...confirmed.map(({ question }) => `${question} Yes`),
      ...measured.filter(({ severity }) => severity === chosen?.name).map(({ words }) => words),
    ],
    title: measured.find(({ severity, title }) => severity === chosen?.name && title !== undefined)?.title,
  };
}

const noIncident: Verdict = {
  incident: false,
  severity: undefined,
  reasons: ['No criterion of an incident is met.'],
  grounds: [],
  title: undefined,
};

function misunderstood(asked: readonly Question[], answers: Answers): Misunderstood | undefined {
  const names = [...asked, ...figures].map(({ name }) => name);
  for (const [name, value] of Object.entries(answers)) {
    if (!names.includes(name))
      return { reason: `There is no question "${name}"; the questions are ${names.join(', ')}.` };
    const isFigure = figures.some((figure) => figure.name === name);
    if (isFigure !== (typeof value === 'number')) {
      return { reason: `The answer to "${name}" must be ${isFigure ? 'a number' : 'true or false'}.` };
    }
    if (typeof value === 'number' && !(value >= 0 && Number.isFinite(value))) {
      return { reason: `The answer to "${name}" must be a number of 0 or more.` };
    }
  }
  return undefined;
}

/** The severity of an incident of whose impact nothing is known: the last but one, as the last does not call anybody. */
export function severityUnjudged(severities: readonly Severity[]): Severity | undefined {
  return severities.at(-2) ?? severities.at(-1);
}

/** A figure that reaches a criterion of a severity. */
export interface Ground {
  readonly severity: string;
  /** `30 % of the users are affected` */
  readonly words: string;
  /** What the incident is called that begins by it. */
  readonly title: string | undefined;
}

/** The criteria that figures reach: those by which an incident begins, then the gravest of each figure of the impact. */
export function groundsOf(configuration: Configuration, answers: Answers): readonly Ground[] {
  return [...alarmsOf(configuration, answers), ...impactsOf(configuration.severities, answers)];
}

/** The measurements that begin an incident by themselves (S1: 5 % errors, 5 s, half of the traffic). */
function alarmsOf({ detection }: Configuration, answers: Answers): readonly Ground[] {
  const { errorRateAbove, latencyP99Above, trafficBelow } = detection;
  const number = (name: string): number | undefined => {
    const value = answers[name];
    return typeof value === 'number' ? value : undefined;
  };
  const errors = percent(number('errorRate'));
  const latency = number('latencyP99Ms');
  const traffic = percent(number('trafficRatio'));
  return [
    ...(errors !== undefined && errors > errorRateAbove.threshold
      ? [{ ...errorRateAbove, words: `${digits(errors)} % of the requests fail, over ${errorRateAbove.threshold} %` }]
      : []),
    ...(latency !== undefined && latency > latencyP99Above.threshold
      ? [
          {
            ...latencyP99Above,
            words: `The p99 latency is ${digits(latency)} ms, over ${digits(latencyP99Above.threshold)} ms`,
          },
        ]
      : []),
    ...(traffic !== undefined && traffic < trafficBelow.threshold
      ? [
          {
            ...trafficBelow,
            words: `The traffic is ${digits(traffic)} % of the expected, under ${trafficBelow.threshold} %`,
          },
        ]
      : []),
  ];
}

/** The gravest severity that each figure of the impact reaches. */
function impactsOf(severities: readonly Severity[], answers: Answers): readonly Ground[] {
  const measures = [
    {
      name: 'users',
      boundOf: (severity: Severity) => severity.users,
      words: (amount: number) => `${digits(amount)} % of the users are affected`,
    },
    {
      name: 'revenuePerHour',
      boundOf: (severity: Severity) => severity.revenuePerHour,
      words: (amount: number) => `An hour costs ${digits(amount)} of revenue`,
    },
  ];
  return measures.flatMap(({ name, boundOf, words }) => {
    const amount = answers[name];
    if (typeof amount !== 'number') return [];
    const severity = severities.find((each) => reaches(amount, boundOf(each)));
    return severity ? [{ severity: severity.name, words: words(amount), title: undefined }] : [];
  });
}

function reaches(amount: number, bound: LowerBound | undefined): boolean {
  return bound !== undefined && (amount > bound.amount || (bound.inclusive && amount === bound.amount));
}

/** The gravest severity whose criteria speak of data that is lost, corrupt or seen. */
function severityOfData(severities: readonly Severity[]): string | undefined {
  return severities.find(({ criteria }) => criteria.some((words) => /\bdata\b/i.test(words)))?.name;
}

function percent(fraction: number | undefined): number | undefined {
  return fraction === undefined ? undefined : fraction * 100;
}

function digits(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
