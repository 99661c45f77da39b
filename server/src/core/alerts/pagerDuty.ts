import type { Alert, AlertEvent } from './alert.ts';
import type { Payload } from './payload.ts';

/** Reads an event of PagerDuty's webhooks, version 3. */
export function readPagerDuty(payload: Payload): Alert | undefined {
  const event = payload.at('event');
  const type = event.at('event_type').text();
  if (type === undefined || !type.startsWith('incident.')) return undefined;
  const data = event.at('data');
  // Notes, responders and updates name the incident that they belong to; other events are about the incident itself.
  const isPart = data.at('incident', 'id').text() !== undefined;
  const incident = isPart ? data.at('incident') : data;
  const number = incident.at('number').text();
  const title = incident.at('title').text() ?? incident.at('summary').text() ?? 'PagerDuty incident';
  const page = incident.at('html_url').address();
  const service = incident.at('service', 'summary').text();
  const at = event.at('occurred_at').moment();
  return {
    source: 'PagerDuty',
    key: `PagerDuty ${incident.at('id').text() ?? number ?? title}`,
    title,
    name: undefined,
    severity: incident.at('priority', 'summary').text() ?? incident.at('urgency').text(),
    services: service === undefined ? [] : [service],
    people: incident
      .at('assignees')
      .list()
      .flatMap((person) => person.at('summary').text() ?? []),
    startedAt: incident.at('created_at').moment() ?? (type === 'incident.triggered' ? at : undefined),
    isOver: type === 'incident.resolved',
    runbook: undefined,
    links:
      page === undefined ? [] : [{ label: number === undefined ? 'PagerDuty' : `PagerDuty #${number}`, target: page }],
    events: [{ at, ...saidOf(type.slice('incident.'.length), event, number) }],
  };
}

function saidOf(type: string, event: Payload, number: string | undefined): Omit<AlertEvent, 'at'> {
  const data = event.at('data');
  const who = event.at('agent', 'summary').text();
  const by = who === undefined ? '' : ` by ${who}`;
  const incident = number === undefined ? 'PagerDuty incident' : `PagerDuty incident #${number}`;
  const people = data
    .at('assignees')
    .list()
    .flatMap((person) => person.at('summary').text() ?? [])
    .join(', ');
  const to = people === '' ? '' : ` to ${people}`;
  switch (type) {
    case 'triggered':
      return { text: `${incident} triggered${people === '' ? '' : `, ${people} paged`}`, kind: 'detected' };
    case 'acknowledged':
      return { text: `${incident} acknowledged${by}`, kind: 'acknowledged' };
    case 'resolved':
      return { text: `${incident} resolved${by}`, kind: 'resolved' };
    case 'escalated':
    case 'delegated':
    case 'reassigned':
      return { text: `${incident} ${type}${to}${by}`, kind: undefined };
    case 'priority_updated': {
      const priority = data.at('priority', 'summary').text();
      return {
        text: `Priority of ${incident} ${priority === undefined ? 'removed' : `set to ${priority}`}${by}`,
        kind: undefined,
      };
    }
    case 'annotated':
      return { text: `Note${by}: ${data.at('content').text() ?? ''}`.trim(), kind: undefined };
    case 'status_update_published':
      return { text: `Status update${by}: ${data.at('message').text() ?? ''}`.trim(), kind: 'communication' };
    case 'responder.added':
    case 'responder.replied':
      return {
        text: `${data.at('user', 'summary').text() ?? 'A responder'} ${type === 'responder.added' ? 'asked to join' : 'replied'}`,
        kind: undefined,
      };
    default:
      return { text: `${incident} ${type.replaceAll(/[._]/g, ' ')}${by}`, kind: undefined };
  }
}
