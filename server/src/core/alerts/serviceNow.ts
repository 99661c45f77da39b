import type { Alert, AlertEvent } from './alert.ts';
import type { Payload } from './payload.ts';

/** States of a ServiceNow incident that end it, as numbers and as words. */
const over = /^(?:6|7|8|resolved|closed|cancell?ed)$/i;

/** Reads the record of a ServiceNow incident, as its Table API gives it, with or without `result` around it. */
export function readServiceNow(payload: Payload): Alert | undefined {
  const [first] = payload.at('result').list();
  const nested = first ?? payload.at('result');
  const record = valueOf(nested, 'number') === undefined ? payload : nested;
  const number = valueOf(record, 'number');
  const title = valueOf(record, 'short_description');
  if (number === undefined || !/^INC\d+$/i.test(number) || title === undefined) return undefined;
  const state = valueOf(record, 'state') ?? valueOf(record, 'incident_state') ?? '';
  const openedAt = momentOf(record, 'opened_at') ?? momentOf(record, 'sys_created_on');
  const service = valueOf(record, 'business_service') ?? valueOf(record, 'cmdb_ci');
  const person = valueOf(record, 'assigned_to');
  const page = pageOf(payload, record);
  return {
    source: 'ServiceNow',
    key: `ServiceNow ${number}`,
    title,
    description: valueOf(record, 'description'),
    names: [],
    severity: priorityOf(record),
    services: service === undefined ? [] : [service],
    people: person === undefined ? [] : [person],
    startedAt: openedAt,
    isOver: over.test(state),
    runbooks: [],
    links: page === undefined ? [] : [{ label: number, target: page }],
    events: [
      { at: openedAt, text: `ServiceNow incident ${number} opened: ${title}`, kind: 'detected' },
      ...ended(record, number, state),
    ],
  };
}

function ended(record: Payload, number: string, state: string): readonly AlertEvent[] {
  if (!over.test(state)) return [];
  const at = momentOf(record, 'resolved_at') ?? momentOf(record, 'closed_at') ?? momentOf(record, 'sys_updated_on');
  const word = /^(?:7|closed)$/i.test(state) ? 'closed' : /^(?:8|cancel)/i.test(state) ? 'cancelled' : 'resolved';
  return [{ at, text: `ServiceNow incident ${number} ${word}`, kind: undefined }];
}

/** A field as people read it; a reference without the name of what it leads to says nothing. */
function valueOf(record: Payload, name: string): string | undefined {
  const value = record.at(name).text() ?? record.at(name, 'display_value').text();
  return value === undefined || /^[\da-f]{32}$/.test(value) ? undefined : value;
}

/** `1`, `1 - Critical` and `Critical` are the gravest. */
function priorityOf(record: Payload): string | undefined {
  const priority = valueOf(record, 'priority');
  const digit = /^[1-5]\b/.exec(priority ?? '')?.[0];
  return digit === undefined ? priority : `P${digit}`;
}

/** ServiceNow writes `2024-01-15 14:23:05` and means UTC. */
function momentOf(record: Payload, name: string): number | undefined {
  const text = record.at(name).text() ?? record.at(name, 'value').text() ?? '';
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text);
  const ms = match ? Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}Z`) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** The incident's page, on the host that the record's own references lead to. */
function pageOf(payload: Payload, record: Payload): string | undefined {
  const stated = payload.at('link').address() ?? record.at('link').address() ?? record.at('url').address();
  const id = record.at('sys_id').text() ?? record.at('sys_id', 'value').text();
  const reference = ['assigned_to', 'opened_by', 'cmdb_ci', 'caller_id', 'sys_domain'].flatMap(
    (name) => record.at(name, 'link').address() ?? [],
  )[0];
  if (stated !== undefined || id === undefined || reference === undefined) return stated;
  return `${/^https?:\/\/[^/]+/.exec(reference)?.[0] ?? ''}/nav_to.do?uri=incident.do?sys_id=${encodeURIComponent(id)}`;
}
