import type { Configuration } from '../../configuration/configuration.ts';
import { normalizeLabel } from '../../schema/label.ts';
import { slice } from '../../text/slice.ts';
import type { Span } from '../../text/span.ts';
import type { Field, IncidentDocument } from '../document.ts';
import { measuredDuration } from '../durations.ts';
import { headerField } from '../fields.ts';
import { addDays, isoDate, weekdayOf } from '../timeline/calendar.ts';
import { wallClockAt } from '../timeline/moment.ts';
import { zoneOfTimes } from '../timeline/timeline.ts';
import { milestoneTime } from '../timeline/milestones.ts';
import { saysNothing } from '../values/absent.ts';
import { readDate } from '../values/date.ts';
import { formatDuration } from '../values/duration.ts';
import { incidentSeverity } from './live.ts';

const review = /\b(?:post-?mortem|incident[- ]review|retro(?:spective)?|pir)\b/i;
const nobody = /^(?:none|no\b|nobody|0\b)/i;
const dataLost = /\b(?:data (?:loss|corruption|(?:was |were |is )?(?:lost|corrupted))|(?:lost|corrupted) data)\b/i;
const objectiveMissed =
  /\b(?:SL[OA]s?|service level (?:objective|agreement)s?|error budget)\b[^.;]{0,40}\b(?:breach\w*|miss(?:ed|es)?|violat\w+|broken|not met|exceeded|exhausted|used up)\b|\b(?:breach\w*|miss(?:ed|es)?|violat\w+|exhausted)\b[^.;]{0,30}\b(?:SL[OA]s?|error budget)\b/i;
const unnoticed =
  /\bno (?:alerts?|alarms?|pages?) (?:fired|went off|was sent|were sent|reached)\b|\b(?:monitoring|alerting|(?:the )?alerts?|alarms?)\b (?:(?:had|has|was|were|itself|also) )*(?:failed|broken|down|did(?: not|n't) (?:fire|notice|alert|page|work)|never (?:fired|noticed|alerted))\b/i;
const denied = /\b(?:no|not|without|never|any|prevent\w*)\b[^.;]{0,30}$/i;
const intervened = /\b(?:roll(?:ed|ing|s)?[ -]?back|rollback|re-?rout(?:ed?|es|ing)|fail(?:ed|s)? over)\b/i;

/** Whether a document has its postmortem: a link to one, or a field that names it. */
export function hasPostmortem({ links, fields, text }: IncidentDocument): boolean {
  return (
    links.some(({ span, target }) => review.test(spaced(target)) || review.test(slice(text, span))) ||
    fields.some((field) => isReviewField(field) && !saysNothing(field.value) && !readDate(field.value))
  );
}

/**
 * Why an incident is to be reviewed, as the end of a sentence: "it lasted …"; undefined where none of S4's reasons is met.
 * They are: customers saw it, data was lost, an objective was missed, somebody rolled back or rerouted, it took too long, monitoring did not notice.
 */
export function reviewReason(document: IncidentDocument, configuration: Configuration): string | undefined {
  const { fields, prose, timeline } = document;
  const customers = fields.find(({ label }) =>
    /^(?:external customers affected|users affected|customers affected)$/.test(normalizeLabel(label)),
  );
  if (customers && !saysNothing(customers.value) && !nobody.test(customers.value)) return 'customers were affected';
  if (prose.some(({ words }) => losesData(words))) return 'data was lost';
  if (prose.some(({ words }) => says(words, objectiveMissed))) return 'an SLO or SLA was missed';
  const change = timeline?.entries.find(({ text }) => says(text, intervened));
  if (change) return 'somebody had to roll back or to move traffic';
  const severity = incidentSeverity(document, configuration.severities);
  const lasted = measuredDuration(document)?.minutes;
  const target = severity && configuration.metrics.mttr.get(severity.name);
  if (lasted !== undefined && target !== undefined && lasted > target)
    return `it lasted ${formatDuration(lasted)}, and ${formatDuration(target)} is the target`;
  const reported = /^user report/i.test(headerField(fields, 'Trigger')?.value ?? '');
  return reported || prose.some(({ words }) => unnoticed.test(words)) ? 'monitoring did not notice it' : undefined;
}

/** The day by which an incident is to have been reviewed. */
export interface ReviewDue {
  /** `2024-01-17` */
  readonly day: string;
  /** Where it is stated; undefined for one that follows from the resolution. */
  readonly span: Span | undefined;
}

/** The stated day of the review, else so many days after the resolution, on the next working day. */
export function reviewDue(document: IncidentDocument, { review: rule }: Configuration): ReviewDue | undefined {
  const { fields, timeline } = document;
  const field = fields.find((candidate) => isReviewField(candidate) && readDate(candidate.value)?.iso !== undefined);
  const stated = field && readDate(field.value)?.iso;
  if (field && stated !== undefined) return { day: stated, span: field.valueSpan };
  const resolved = timeline && (milestoneTime(timeline, 'resolved') ?? milestoneTime(timeline, 'closed'));
  const end = resolved === undefined ? undefined : wallClockAt(resolved, zoneOfTimes(timeline))?.date;
  if (!end) return undefined;
  let day = addDays(end, rule.daysAfter);
  for (let step = 0; step < weekdays.length && !rule.workingDays.includes(dayName(weekdayOf(day))); step++)
    day = addDays(day, 1);
  return { day: isoDate(day), span: undefined };
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

function dayName(weekday: number): (typeof weekdays)[number] {
  return weekdays[weekday] ?? 'Sunday';
}

function isReviewField({ label }: Field): boolean {
  return review.test(label) || /^review\b/i.test(label);
}

function losesData(words: string): boolean {
  return says(words, dataLost);
}

/** Whether words say something without taking it back: "no data loss". */
function says(words: string, pattern: RegExp): boolean {
  const match = pattern.exec(words);
  return match !== null && !denied.test(words.slice(0, match.index));
}

/** `postmortems/2024-01-15.md` with its words apart. */
function spaced(target: string): string {
  return target.replace(/s?[_/]/g, ' ').replace(/postmortems\b/gi, 'postmortem');
}
