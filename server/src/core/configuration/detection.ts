import { choice, list, nameOf, otherwise, record, text } from '../shapes/describe.ts';
import type { Shape } from '../shapes/shape.ts';
import { duration, latency } from './written/duration.ts';
import { percentage } from './written/quantity.ts';

function alarm(meaning: string, shape: Shape<number>, threshold: number, severity: string, title: string) {
  return record(meaning, {
    threshold: otherwise(shape, threshold),
    severity: otherwise(nameOf('severity', 'The severity of the incident that begins then.'), severity),
    title: otherwise(text('The title of the incident.'), title),
  });
}

/** When measurements are an incident, and which. Source of all numbers and titles: S1. */
export const detection = record('When measurements are an incident, and which.', {
  errorRateAbove: alarm(
    'The share of requests that fail.',
    percentage('The share above which an incident begins.'),
    5,
    'SEV-2',
    'High Error Rate Detected',
  ),
  latencyP99Above: alarm(
    'The time within which 99 of 100 requests are answered.',
    latency('The time above which an incident begins.'),
    5000,
    'SEV-2',
    'High Latency Detected',
  ),
  trafficBelow: alarm(
    'The traffic, as a share of the expected.',
    percentage('The share below which an incident begins.'),
    50,
    'SEV-1',
    'Significant Traffic Drop',
  ),
});

/** When an incident may be called resolved. Source of all numbers: S1. */
export const resolution = record('When an incident may be called resolved.', {
  errorRateBelow: otherwise(percentage('The share of failing requests that must be undercut.'), 1),
  latencyP99Below: otherwise(latency('The time that 99 of 100 requests must undercut.'), 1000),
  trafficAbove: otherwise(percentage('The share of the expected traffic that must be exceeded.'), 90),
  watch: otherwise(duration('How long to watch before error rate and latency are looked at again.'), 15),
});

const criterion = record('A question whose answer tells an incident from an everyday problem.', {
  name: text('A short name, by which commands are given the answer.'),
  question: text('The question, answered with yes or no; `{backupAfter}` stands for that time.'),
  incident: otherwise(
    choice('What a yes means.', {
      always: 'It is an incident, whatever else is true.',
      likely: 'It is most likely an incident.',
    }),
    'likely',
  ),
});

/** Whether something is an incident. Source of the questions: S2; S2 leaves the time open, S1’s mitigation ends after 30 minutes. */
export const triage = record('How to tell an incident from an everyday problem.', {
  backupAfter: otherwise(duration('How long one engineer tries alone before calling for backup.'), 30),
  criteria: otherwise(list('The questions, in order; the list is complete.', criterion, 'name'), [
    { name: 'objectiveBreached', question: 'Is an SLO or SLA breached?', incident: 'likely' },
    {
      name: 'majorChange',
      question: 'Does it take a major change to correct: a reboot, a rollback, a change of configuration?',
      incident: 'likely',
    },
    {
      name: 'timePassed',
      question: 'Has somebody worked on it for longer than {backupAfter}?',
      incident: 'likely',
    },
    {
      name: 'dataIssue',
      question: 'Is data lost, corrupt, or seen by somebody who must not see it?',
      incident: 'always',
    },
    { name: 'customerVisible', question: 'Can a customer outside the company see the effects?', incident: 'always' },
  ]),
});
