import type { Alert, AlertEvent } from './alert.ts';
import type { Payload } from './payload.ts';

/** Reads what Opsgenie's webhook integration sends. */
export function readOpsgenie(payload: Payload): Alert | undefined {
  const alert = payload.at('alert');
  const action = payload.at('action').text();
  const id = alert.at('tinyId').text() ?? alert.at('alertId').text();
  if (action === undefined || id === undefined) return undefined;
  const details = alert.at('details').texts();
  const service = details.get('service');
  const at = action === 'Create' ? alert.at('createdAt').number() : momentOfUpdate(alert);
  const message = alert.at('message').text() ?? 'Opsgenie alert';
  return {
    source: 'Opsgenie',
    key: `Opsgenie ${alert.at('alias').text() ?? alert.at('alertId').text() ?? id}`,
    title: message,
    description: alert.at('description').text(),
    names: [details.get('alertname')].filter((name) => name !== undefined),
    severity: alert.at('priority').text(),
    services: service === undefined ? [] : [service],
    people: [alert.at('owner').text()].filter((person) => person !== undefined),
    startedAt: alert.at('createdAt').number(),
    isOver: action === 'Close',
    runbooks: [alert.at('details', 'runbook_url').address() ?? alert.at('details', 'runbook').address()].filter(
      (address) => address !== undefined,
    ),
    links: [],
    events: [{ at, ...saidOf(action, alert, id) }],
  };
}

/** Created in milliseconds, updated in nanoseconds: what is too large for the one is the other. */
function momentOfUpdate(alert: Payload): number | undefined {
  const updated = alert.at('updatedAt').number() ?? alert.at('createdAt').number();
  return updated === undefined ? undefined : updated > 1e15 ? Math.floor(updated / 1e6) : updated;
}

function saidOf(action: string, alert: Payload, id: string): Omit<AlertEvent, 'at'> {
  const who = alert.at('username').text();
  const by = who === undefined ? '' : ` by ${who}`;
  const name = `Opsgenie alert #${id}`;
  switch (action) {
    case 'Create':
      return { text: `${name} created: ${alert.at('message').text() ?? ''}`.trim(), kind: 'detected' };
    case 'Acknowledge':
      return { text: `${name} acknowledged${by}`, kind: 'acknowledged' };
    case 'UnAcknowledge':
      return { text: `${name} no longer acknowledged${by === '' ? '' : `, says ${who ?? ''}`}`, kind: undefined };
    case 'Close':
      // That the alert is closed does not say that the incident is over.
      return { text: `${name} closed${by}`, kind: undefined };
    case 'Delete':
      return { text: `${name} deleted${by}`, kind: undefined };
    case 'AddNote':
      return { text: `Note${by}: ${alert.at('note').text() ?? ''}`.trim(), kind: undefined };
    case 'AddTeam':
    case 'AddRecipient':
    case 'AddResponder': {
      const added = alert.at('team').text() ?? alert.at('recipient').text() ?? alert.at('responder', 'name').text();
      return { text: `${added ?? 'Somebody'} added to ${name}${by}`, kind: undefined };
    }
    case 'Escalate':
    case 'EscalateNext': {
      const to = alert.at('escalationNotify', 'name').text() ?? alert.at('escalationName').text();
      return { text: `${name} escalated${to === undefined ? '' : ` to ${to}`}`, kind: undefined };
    }
    case 'AssignOwnership':
    case 'TakeOwnership': {
      const owner = alert.at('owner').text() ?? who;
      return { text: `${name} taken over${owner === undefined ? '' : ` by ${owner}`}`, kind: undefined };
    }
    case 'UpdatePriority':
      return { text: `Priority of ${name} set to ${alert.at('priority').text() ?? 'another'}${by}`, kind: undefined };
    default:
      return { text: `${name}: ${action.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()}${by}`, kind: undefined };
  }
}
