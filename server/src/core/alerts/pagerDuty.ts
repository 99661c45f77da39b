import type { Alert, AlertEvent, AlertLink } from './alert.ts';
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
  const { title, number } = namesOf(incident);
  const service = incident.at('service', 'summary').text();
  const at = event.at('occurred_at').moment();
  return {
    source: 'PagerDuty',
    key: `PagerDuty ${incident.at('id').text() ?? number ?? title}`,
    title,
    description: undefined,
    names: [],
    severity: incident.at('priority', 'summary').text() ?? incident.at('urgency').text(),
    services: service === undefined ? [] : [service],
    people: peopleIn(incident),
    startedAt: incident.at('created_at').moment() ?? (type === 'incident.triggered' ? at : undefined),
    isOver: type === 'incident.resolved',
    runbooks: [],
    links: linksOf(incident, number),
    events: [{ at, ...saidOf(type.slice('incident.'.length), event, number) }],
  };
}

/** A reference to an incident has a summary, `[#42] Checkout is down`, in place of title and number. */
function namesOf(incident: Payload): { readonly title: string; readonly number: string | undefined } {
  const [, referred, summary] = /^(?:\[#(\d+)\]\s*)?(.*)$/.exec(incident.at('summary').text() ?? '') ?? [];
  return {
    title: incident.at('title').text() ?? (summary || 'PagerDuty incident'),
    number: incident.at('number').text() ?? referred,
  };
}

function peopleIn(incident: Payload): readonly string[] {
  return incident
    .at('assignees')
    .list()
    .flatMap((person) => person.at('summary').text() ?? []);
}

function linksOf(incident: Payload, number: string | undefined): readonly AlertLink[] {
  const places: readonly (readonly [string, string | undefined])[] = [
    [number === undefined ? 'PagerDuty' : `PagerDuty #${number}`, incident.at('html_url').address()],
    ['Call', incident.at('conference_bridge', 'conference_url').address()],
  ];
  return places.flatMap(([label, target]) => (target === undefined ? [] : [{ label, target }]));
}

function saidOf(type: string, event: Payload, number: string | undefined): Omit<AlertEvent, 'at'> {
  const data = event.at('data');
  const who = event.at('agent', 'summary').text();
  const by = who === undefined ? '' : ` by ${who}`;
  const incident = number === undefined ? 'PagerDuty incident' : `PagerDuty incident #${number}`;
  const people = peopleIn(data).join(', ');
  const to = people === '' ? '' : ` to ${people}`;
  switch (type) {
    case 'triggered':
      return { text: `${incident} triggered${people === '' ? '' : `, ${people} paged`}`, kind: 'detected' };
    case 'acknowledged':
      return { text: `${incident} acknowledged${by}`, kind: 'acknowledged' };
    case 'escalated':
    case 'delegated':
    case 'reassigned':
      return { text: `${incident} ${type}${to}${by}`, kind: undefined };
    case 'priority_updated': {
      const priority = data.at('priority', 'summary').text();
      const set = priority === undefined ? 'removed' : `set to ${priority}`;
      return { text: `Priority of ${incident} ${set}${by}`, kind: undefined };
    }
    case 'service_updated':
      return {
        text: `${incident} moved to ${data.at('service', 'summary').text() ?? 'another service'}${by}`,
        kind: undefined,
      };
    case 'annotated':
      return { text: `Note${by}: ${data.at('content').text() ?? ''}`.trim(), kind: undefined };
    case 'status_update_published':
      return { text: `Status update${by}: ${data.at('message').text() ?? ''}`.trim(), kind: 'communication' };
    case 'responder.added':
    case 'responder.replied':
      return { text: responderSaid(data, type, by), kind: undefined };
    default:
      // That the page is resolved does not say that the incident is: it may be watched for a while.
      return { text: `${incident} ${type.replaceAll(/[._]/g, ' ')}${by}`, kind: undefined };
  }
}

function responderSaid(data: Payload, type: string, by: string): string {
  const responder =
    data.at('user', 'summary').text() ?? data.at('escalation_policy', 'summary').text() ?? 'A responder';
  const words = data.at('message').text();
  const about = words === undefined ? '' : `: ${words}`;
  if (type === 'responder.added') return `${responder} asked to join${by}${about}`;
  const state = data.at('state').text();
  if (state === 'accepted') return `${responder} joins${about}`;
  return state === 'declined' ? `${responder} can't join${about}` : `${responder} replied${about}`;
}
