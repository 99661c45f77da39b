import type { Configuration } from '../../configuration/configuration.ts';
import type { IncidentDocument } from '../../model/document.ts';
import { measuredDuration } from '../../model/durations.ts';
import { commanderOf, commandingRole } from '../../model/incident/commander.ts';
import { incidentOverview, type IncidentOverview } from '../../model/incident/overview.ts';
import { outcomeSection } from '../../model/incident/outcome.ts';
import { rolePlaces } from '../../model/incident/roles.ts';
import { isoDate } from '../../model/timeline/calendar.ts';
import { wallClockAt } from '../../model/timeline/moment.ts';
import { saysNothing } from '../../model/values/absent.ts';
import { formatDuration } from '../../model/values/duration.ts';
import type { Section } from '../../parse/outline.ts';
import { reviewTime } from '../../resolution/review.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { Span } from '../../text/span.ts';
import { slice, trimmed } from '../../text/slice.ts';
import { carried, linkTo } from './carried.ts';

/** What an incident document says that its postmortem says too, in words; undefined where it does not say it. */
export interface CarriedFacts {
  readonly title: string;
  /** `2024-01-15`, the day on which it began, in the zone of the team's timelines. */
  readonly day: string | undefined;
  /** `2024-01-15 14:23 UTC` */
  readonly started: string | undefined;
  readonly severity: string | undefined;
  readonly duration: string | undefined;
  readonly users: string | undefined;
  readonly services: string | undefined;
  readonly revenue: string | undefined;
  readonly commander: string | undefined;
  readonly roles: readonly { readonly role: string; readonly holder: string }[];
  readonly summary: string | undefined;
  readonly cause: string | undefined;
  readonly resolution: string | undefined;
  /** `2024-01-17 10:00 UTC`, when the postmortem is to be reviewed. */
  readonly review: string | undefined;
}

/** Reads what an incident document has for its postmortem; links lead on from the postmortem's folder. */
export function carriedFacts(
  incident: IncidentDocument,
  configuration: Configuration,
  now: number,
  folder: string,
): CarriedFacts {
  const overview = incidentOverview(incident, configuration.severities, now);
  const { startedAt, endedAt } = overview;
  const words = (span: Span): string => carried(incident, span, folder);
  const fieldOf = (pattern: RegExp): string | undefined => {
    const field = incident.fields.find(
      ({ label, value }) => pattern.test(normalizeLabel(label)) && !saysNothing(value),
    );
    return field && words(field.valueSpan);
  };
  const bodyOf = (section: Section | undefined): string | undefined => {
    const span = section && trimmed(incident.text, section.bodySpan);
    const isFilled = span && span.start < span.end && !isStub(incident, span);
    return isFilled ? words(span) : undefined;
  };
  const commanding = commandingRole(configuration.roles);
  const commander = commanding === undefined ? undefined : commanderOf(incident, commanding);
  return {
    title: overview.title,
    day: startedAt === undefined ? undefined : momentWords(startedAt)?.slice(0, 10),
    started: startedAt === undefined ? undefined : momentWords(startedAt),
    severity: overview.severity?.name,
    duration: durationWords(incident, overview),
    users: overview.affected,
    services: overview.services.length > 0 ? overview.services.join(', ') : undefined,
    revenue: fieldOf(/\brevenue\b/),
    commander,
    roles: rolesOf(incident, configuration, commander, commanding),
    summary: bodyOf(sectionsOfRole(incident.alignment, 'summary')[0]),
    cause: bodyOf(outcomeSection(incident, 'cause')) ?? fieldOf(/^(?:root )?causes?$/),
    resolution: bodyOf(outcomeSection(incident, 'resolution')) ?? fieldOf(/^resolution$/),
    review: endedAt === undefined ? undefined : momentWords(reviewTime(configuration, endedAt)),
  };
}

/** A moment in words, in UTC. */
export function momentWords(at: number): string | undefined {
  const wall = wallClockAt(at, 'UTC');
  if (!wall) return undefined;
  const { hour, minute } = wall.time;
  return `${isoDate(wall.date)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} UTC`;
}

/** From the start of the impact to the resolution (S1), else from the stated start to the stated end. */
function durationWords(incident: IncidentDocument, { startedAt, endedAt }: IncidentOverview): string | undefined {
  const measured = measuredDuration(incident)?.minutes;
  if (measured !== undefined) return formatDuration(measured);
  return startedAt === undefined || endedAt === undefined || endedAt < startedAt
    ? undefined
    : formatDuration((endedAt - startedAt) / 60_000);
}

/** Whether a place has nothing but the template's words. */
function isStub({ text, placeholders }: IncidentDocument, span: Span): boolean {
  let rest = slice(text, span);
  for (const { text: words } of placeholders) rest = rest.replace(words, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

function rolesOf(
  incident: IncidentDocument,
  { roles }: Configuration,
  commander: string | undefined,
  commanding: string | undefined,
): CarriedFacts['roles'] {
  const names = roles.map(({ name }) => name);
  const held = rolePlaces(incident, names).flatMap(({ role, holder }) => (holder ? [{ role, holder }] : []));
  const isNamed = held.some(({ role }) => role === commanding);
  if (isNamed || commander === undefined || commanding === undefined) return held;
  return [{ role: commanding, holder: commander }, ...held];
}

/** What a label of a template stands for, by its normalized words; undefined for one that the incident says nothing of. */
export function factFor(label: string, facts: CarriedFacts, links: PostmortemLinks): string | undefined {
  const found = meanings.find(([pattern]) => pattern.test(label));
  if (found) return found[1](facts, links);
  return facts.roles.find(({ role }) => normalizeLabel(role) === label)?.holder;
}

/** What a postmortem links to, as Markdown. */
export interface PostmortemLinks {
  readonly incident: string | undefined;
  readonly runbooks: string | undefined;
}

type Meaning = (facts: CarriedFacts, links: PostmortemLinks) => string | undefined;

const meanings: readonly (readonly [label: RegExp, meaning: Meaning])[] = [
  [/^(?:incident )?dates?$|^date of (?:the )?incident$/, ({ day }) => day],
  [/^date ?\/ ?time$|^(?:start(?:ed)?(?: at| time)?|start of impact|impact started)$/, ({ started }) => started],
  [/^(?:incident )?sev(?:erity)?(?: level)?$/, ({ severity }) => severity],
  [/^(?:authors?|owners?|(?:post-?mortem|document) (?:owner|author)|written by)$/, ({ commander }) => commander],
  [/^(?:incident commander|commander|ic)$/, ({ commander }) => commander],
  [/^meeting scheduled for$|^review(?: date)?$/, ({ review }) => review],
  [
    /^(?:(?:total|overall|incident|impact|outage) )*(?:duration|downtime)$|^time in \S+$|^time to (?:resolve|resolution|recovery)$/,
    ({ duration }) => duration,
  ],
  [
    /\b(?:users?|customers?)\b.*\b(?:affected|impact(?:ed)?)\b|\b(?:affected|impacted) (?:users?|customers?)\b/,
    ({ users }) => users,
  ],
  [
    /^(?:services?|systems?|components?)(?: (?:affected|impacted))?$|^(?:affected|impacted|faulty) (?:services?|systems?|components?)$/,
    ({ services }) => services,
  ],
  [/\brevenue\b/, ({ revenue }) => revenue],
  [/^responders?$|^participants?$/, ({ roles }) => peopleWords(roles)],
  [/^(?:live )?incident(?: document| doc)?$/, (_, { incident }) => incident],
  [/^runbooks?(?: used)?$/, (_, { runbooks }) => runbooks],
];

/** `@alice (Incident Commander, Planning Lead), @bob (Operations Lead)`; undefined for nobody. */
export function peopleWords(roles: CarriedFacts['roles']): string | undefined {
  const people = [...new Set(roles.map(({ holder }) => holder))];
  const words = people.map((person) => {
    const held = roles.filter(({ holder }) => holder === person).map(({ role }) => role);
    return `${person} (${held.join(', ')})`;
  });
  return words.length > 0 ? words.join(', ') : undefined;
}

/** Links in a row: `[Queue is full](../runbooks/queue.md), …`; undefined for none. */
export function linksInWords(
  links: readonly { readonly title: string; readonly address: string }[],
): string | undefined {
  return links.length > 0 ? links.map(({ title, address }) => linkTo(title, address)).join(', ') : undefined;
}
