import { otherwise, record } from '../shapes/describe.ts';
import type { Shape, ValueOf } from '../shapes/shape.ts';
import { checklists } from './checklists.ts';
import { detection, resolution, triage } from './detection.ts';
import { documents, templates } from './documents.ts';
import { onCall } from './onCall.ts';
import { communication, people, roles } from './people.ts';
import { metrics, review } from './review.ts';
import { describeRules, type DescribedRule } from './rules.ts';
import { services, sla, slis, slos } from './services.ts';
import { severities } from './severities.ts';
import { steps } from './steps.ts';
import { timeZone } from './written/calendar.ts';

/**
 * All that `.incident-docs/config.yaml` may hold. This is the one description of it: reading, defaults, JSON Schema,
 * completion and hover all come from here.
 */
export function describeConfiguration(rules: readonly DescribedRule[]) {
  return record('What a team has settled for its runbooks, incidents and postmortems.', {
    documents,
    templates,
    timezone: otherwise(timeZone('The zone of times that state none, and of the team’s wall clock.'), 'UTC'),
    severities,
    roles,
    people,
    onCall,
    communication,
    services,
    slis,
    slos,
    sla,
    triage,
    detection,
    resolution,
    review,
    metrics,
    checklists,
    steps,
    ...describeRules(rules),
  });
}

/** What a team has settled; durations are in minutes, shares in percent, unless a key's own description says otherwise. */
export type Configuration = ValueOf<ReturnType<typeof describeConfiguration>>;

/** What holds without a file: the values of S1 to S4. */
export const defaultConfiguration: Configuration = fallbackOf(describeConfiguration([]));

function fallbackOf(shape: Shape<Configuration>): Configuration {
  if (!shape.fallback) throw new Error('A key of the configuration has no default.');
  return shape.fallback.value;
}
