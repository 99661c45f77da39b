import type { Configuration } from '../configuration/configuration.ts';
import type { IncidentOverview } from '../model/incident/overview.ts';
import { formatDuration } from '../model/values/duration.ts';

/** Who reads an update. */
export type Audience = 'channel' | 'statusPage' | 'executives';

export const audiences: readonly Audience[] = ['channel', 'statusPage', 'executives'];

/** A message about an incident, to be read before it is sent. */
export interface UpdateDraft {
  /** The message as the audience's tool wants it: Slack's mark-up for the channel, plain text for the others. */
  readonly text: string;
  /** The same without any mark-up. */
  readonly plain: string;
  /** One line: the subject of the mail, the headline of the status page. */
  readonly subject: string;
  /** When the stakeholders hear next, in ms since 1970 UTC; undefined once the incident is over. */
  readonly nextUpdateAt: number | undefined;
}

/** What is to be said, and when. */
export interface Update {
  readonly message: string;
  /** In ms since 1970 UTC. */
  readonly at: number;
}

const minuteMs = 60_000;

/**
 * Words an update: incident, severity, status, start, duration, what is happening, who and what is affected, and when the
 * next one comes, which is the severity's cadence after this one (S1).
 */
export function draftUpdate(
  incident: IncidentOverview,
  audience: Audience,
  { message, at }: Update,
  { communication }: Pick<Configuration, 'communication'>,
): UpdateDraft {
  const cadence = incident.severity?.updateEvery;
  const isOver = incident.endedAt !== undefined;
  const nextUpdateAt = isOver || cadence === undefined ? undefined : at + cadence * minuteMs;
  const facts = factsOf(incident, at, nextUpdateAt);
  const said = message.replace(/\r\n?/g, '\n').trim();
  if (audience === 'executives') return { ...mail(facts, said), nextUpdateAt };
  if (audience === 'statusPage') return { ...forCustomers(facts, said), nextUpdateAt };
  return { ...forChannel(facts, said, communication.statusPage), nextUpdateAt };
}

/** What an update states, each in words; undefined where it is not known. */
interface Facts {
  readonly title: string;
  readonly severity: string | undefined;
  readonly severityTitle: string | undefined;
  readonly status: string;
  readonly isOver: boolean;
  readonly started: string | undefined;
  readonly duration: string | undefined;
  readonly affected: string | undefined;
  readonly services: string | undefined;
  readonly next: string | undefined;
}

function factsOf(incident: IncidentOverview, at: number, nextUpdateAt: number | undefined): Facts {
  const { title, severity, status, startedAt, endedAt, affected, services } = incident;
  const minutes = startedAt === undefined ? undefined : Math.round(((endedAt ?? at) - startedAt) / minuteMs);
  return {
    title,
    severity: severity?.name,
    severityTitle: severity?.title === '' ? undefined : severity?.title,
    status: status ?? (endedAt === undefined ? 'Investigating' : 'Resolved'),
    isOver: endedAt !== undefined,
    started: startedAt === undefined ? undefined : inWords(startedAt, at),
    duration: minutes === undefined || minutes < 0 ? undefined : formatDuration(minutes),
    affected,
    services: services.length === 0 ? undefined : services.join(', '),
    next: nextUpdateAt === undefined ? undefined : inWords(nextUpdateAt, at),
  };
}

function forChannel(facts: Facts, said: string, statusPage: string | undefined): Omit<UpdateDraft, 'nextUpdateAt'> {
  const { title, severity, status, isOver } = facts;
  const head = [severity, title].filter((words) => words !== undefined && words !== '').join(': ');
  const rows = [
    ...labelled('Started', facts.started && `${facts.started}${lasting(facts)}`),
    ...labelled('Affected users', facts.affected),
    ...labelled('Services', facts.services),
    ...labelled('Next update', facts.next),
    ...labelled('Status page', statusPage),
  ];
  const line = `${head} - ${status}`;
  return {
    subject: line,
    text: [
      `${isOver ? ':white_check_mark:' : ':rotating_light:'} *${mrkdwn(head)}* - ${mrkdwn(status)}`,
      mrkdwn(said),
      ...rows.map(([label, value]) => `*${label}:* ${mrkdwn(value)}`),
    ].join('\n'),
    plain: [line, said, ...rows.map(([label, value]) => `${label}: ${value}`)].join('\n'),
  };
}

/** For customers: nothing but what they see, what is done about it, and when they hear more. */
function forCustomers(facts: Facts, said: string): Omit<UpdateDraft, 'nextUpdateAt'> {
  const text = [
    `${facts.status} - ${said}`,
    ...labelled('Affected', facts.services).map(([label, value]) => `${label}: ${value}.`),
    ...(facts.isOver || facts.next === undefined ? [] : [`We will post the next update by ${facts.next}.`]),
  ].join('\n\n');
  return { subject: facts.title, text, plain: text };
}

/** The executives' e-mail, with what S1's has. */
function mail(facts: Facts, said: string): Omit<UpdateDraft, 'nextUpdateAt'> {
  const { severity, severityTitle, title } = facts;
  const grade = severityTitle === undefined ? severity : `${severity ?? ''} (${severityTitle})`;
  const text = [
    ...labelled('Incident', title).map(joined),
    ...labelled('Severity', grade).map(joined),
    joined(['Status', facts.status]),
    ...labelled('Started', facts.started).map(joined),
    ...labelled('Duration', facts.duration).map(joined),
    '',
    'Current status:',
    said,
    '',
    'Impact:',
    `- Affected users: ${facts.affected ?? 'not known yet'}`,
    `- Services affected: ${facts.services ?? 'not known yet'}`,
    ...(facts.isOver || facts.next === undefined ? [] : ['', `Next update: ${facts.next}`]),
  ].join('\n');
  return { subject: `${severity === undefined ? '' : `${severity} `}Update: ${title}`, text, plain: text };
}

function lasting({ duration, isOver }: Facts): string {
  if (duration === undefined) return '';
  return isOver ? `, lasted ${duration}` : `, ${duration} ago`;
}

function labelled(label: string, value: string | undefined): readonly (readonly [string, string])[] {
  return value === undefined || value === '' ? [] : [[label, value]];
}

function joined([label, value]: readonly [string, string]): string {
  return `${label}: ${value}`;
}

/** `14:23 UTC`; with the day where it is another one than that of the update. */
function inWords(moment: number, at: number): string {
  const [day = '', time = ''] = new Date(moment).toISOString().split('T');
  const isToday = new Date(at).toISOString().startsWith(day);
  return `${isToday ? '' : `${day} `}${time.slice(0, 5)} UTC`;
}

/** Slack reads `&`, `<` and `>` as its own; a mention of everybody must not come out of a document. */
function mrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
