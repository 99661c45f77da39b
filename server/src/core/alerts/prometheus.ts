import type { Alert } from './alert.ts';
import { readGroup } from './alertmanager.ts';
import { payloadOf, type Payload } from './payload.ts';

/** Reads the list of alerts that Prometheus itself answers with (`/api/v1/alerts`): those that fire, not those that may yet. */
export function readPrometheus(payload: Payload): Alert | undefined {
  if (payload.at('status').text() !== 'success') return undefined;
  const firing = payload
    .at('data', 'alerts')
    .list()
    .filter((alert) => alert.at('state').text() === 'firing');
  if (firing.length === 0) return undefined;
  const alerts = firing.map((alert) =>
    payloadOf({
      status: 'firing',
      startsAt: alert.at('activeAt').text(),
      labels: Object.fromEntries(alert.at('labels').texts()),
      annotations: Object.fromEntries(alert.at('annotations').texts()),
    }),
  );
  const groupKey = [...new Set(firing.flatMap((alert) => alert.at('labels', 'alertname').text() ?? []))].join(' ');
  return readGroup(payloadOf({}), alerts, 'Prometheus', { groupKey, isOver: false });
}
