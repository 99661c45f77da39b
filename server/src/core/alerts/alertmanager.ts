import type { Alert, AlertEvent, AlertLink } from './alert.ts';
import type { Payload } from './payload.ts';

/** Reads what Alertmanager's webhook sends (version 4), and Grafana's, which has the same form and more. */
export function readAlertmanager(payload: Payload): Alert | undefined {
  const alerts = payload.at('alerts').list();
  const status = payload.at('status').text();
  if (alerts.length === 0 || (status !== 'firing' && status !== 'resolved')) return undefined;
  const isGrafana = ['orgId', 'state', 'appVersion'].some((name) => payload.at(name).text() !== undefined);
  const source = isGrafana ? 'Grafana' : 'Alertmanager';
  const common = (name: string): string | undefined =>
    payload.at('commonLabels', name).text() ?? agreed(alerts.map((alert) => alert.at('labels', name).text()));
  const note = (name: string): string | undefined =>
    payload.at('commonAnnotations', name).text() ?? alerts[0]?.at('annotations', name).text();
  const name = common('alertname') ?? payload.at('groupLabels', 'alertname').text();
  const cut = payload.at('truncatedAlerts').number() ?? 0;
  const starts = alerts.flatMap((alert) => alert.at('startsAt').moment() ?? []);
  const groupKey = payload.at('groupKey').text() ?? alerts[0]?.at('fingerprint').text() ?? name ?? '';
  return {
    source,
    key: `${source} ${groupKey}`,
    title: note('summary') ?? name ?? payload.at('title').text() ?? `${source} alert`,
    name,
    severity: common('severity') ?? common('priority'),
    services: servicesOf(payload, alerts),
    people: [],
    startedAt: starts.length > 0 ? Math.min(...starts) : undefined,
    isOver: status === 'resolved',
    runbook: note('runbook_url') === undefined ? undefined : webAddress(payload, alerts),
    links: linksOf(payload, alerts),
    events: [...eventsOf(alerts, source), ...cutEvent(cut, source)].toSorted(
      (a, b) => (a.at ?? Infinity) - (b.at ?? Infinity),
    ),
  };
}

/** The service of each alert, by the label that says it best. */
function servicesOf(payload: Payload, alerts: readonly Payload[]): readonly string[] {
  const labels = ['service', 'app', 'job'];
  const shared = labels.flatMap((label) => payload.at('commonLabels', label).text() ?? [])[0];
  if (shared !== undefined) return [shared];
  const own = alerts.map((alert) => labels.flatMap((label) => alert.at('labels', label).text() ?? [])[0]);
  return distinct(own.filter((name) => name !== undefined));
}

function webAddress(payload: Payload, alerts: readonly Payload[]): string | undefined {
  return (
    payload.at('commonAnnotations', 'runbook_url').address() ?? alerts[0]?.at('annotations', 'runbook_url').address()
  );
}

/** One event for the beginning of each alert, one for the end of those that have ended; alerts of one moment share it. */
function eventsOf(alerts: readonly Payload[], source: string): readonly AlertEvent[] {
  const begun = grouped(alerts, (alert) => alert.at('startsAt').moment()).map(({ at, names }) => ({
    at,
    text: `${source} alert fired: ${names}`,
    kind: 'detected' as const,
  }));
  const ended = alerts.filter((alert) => alert.at('status').text() === 'resolved');
  return [
    ...begun,
    ...grouped(ended, (alert) => alert.at('endsAt').moment()).map(({ at, names }) => ({
      at,
      // That the alert is silent again does not say that the incident is over.
      text: `${source} alert stopped: ${names}`,
      kind: undefined,
    })),
  ];
}

function cutEvent(cut: number, source: string): readonly AlertEvent[] {
  if (cut <= 0) return [];
  return [{ at: undefined, text: `${source} left out ${cut} further alert${cut === 1 ? '' : 's'}`, kind: undefined }];
}

function grouped(
  alerts: readonly Payload[],
  moment: (alert: Payload) => number | undefined,
): readonly { readonly at: number | undefined; readonly names: string }[] {
  const groups = new Map<number | undefined, Payload[]>();
  for (const alert of alerts) {
    const at = moment(alert);
    groups.set(at, [...(groups.get(at) ?? []), alert]);
  }
  return [...groups].map(([at, members]) => ({ at, names: namesOf(members) }));
}

/** How many alerts of one moment an entry names before it counts. */
const mostNamed = 3;

function namesOf(alerts: readonly Payload[]): string {
  const names = distinct(alerts.map(nameOf));
  const rest = names.length - mostNamed;
  return rest > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more` : names.join(', ');
}

function nameOf(alert: Payload): string {
  const name = alert.at('labels', 'alertname').text() ?? 'alert';
  const place = ['instance', 'pod', 'node', 'host'].flatMap((label) => alert.at('labels', label).text() ?? [])[0];
  return place === undefined ? name : `${name} on ${place}`;
}

function linksOf(payload: Payload, alerts: readonly Payload[]): readonly AlertLink[] {
  const [first] = alerts;
  const places: readonly (readonly [string, string | undefined])[] = [
    ['Dashboard', first?.at('dashboardURL').address() ?? payload.at('commonAnnotations', 'dashboard_url').address()],
    ['Panel', first?.at('panelURL').address()],
    ['Query', first?.at('generatorURL').address()],
    ['Alerts', payload.at('externalURL').address()],
  ];
  return places.flatMap(([label, target]) => (target === undefined ? [] : [{ label, target }]));
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
