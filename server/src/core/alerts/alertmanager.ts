import type { Alert, AlertLink } from './alert.ts';
import { alertEvents, namesInWords } from './alertEvents.ts';
import { gravestOf } from './grades.ts';
import type { Payload } from './payload.ts';

/** Reads what Alertmanager's webhook sends (version 4), and Grafana's, which has the same form and more. */
export function readAlertmanager(payload: Payload): Alert | undefined {
  const alerts = payload.at('alerts').list();
  const status = payload.at('status').text();
  if (alerts.length === 0 || (status !== 'firing' && status !== 'resolved')) return undefined;
  const isGrafana = ['orgId', 'state', 'appVersion'].some((name) => payload.at(name).text() !== undefined);
  const source = isGrafana ? 'Grafana' : 'Alertmanager';
  const groupKey = payload.at('groupKey').text() ?? alerts[0]?.at('fingerprint').text();
  return readGroup(payload, alerts, source, { groupKey, isOver: status === 'resolved' });
}

/** What is known of a group of alerts beside them. */
interface Group {
  readonly groupKey: string | undefined;
  readonly isOver: boolean;
}

/** Reads alerts of one group, each with labels and annotations as Prometheus has them. */
export function readGroup(
  payload: Payload,
  alerts: readonly Payload[],
  source: Alert['source'],
  { groupKey, isOver }: Group,
): Alert {
  // What fires now says what is wrong; what has stopped does only where nothing fires any more.
  const firing = alerts.filter((alert) => alert.at('status').text() !== 'resolved');
  const telling = firing.length > 0 ? firing : alerts;
  const said = (...names: readonly string[]): readonly string[] =>
    distinct([...texts([payload], 'commonLabels', names), ...texts(telling, 'labels', names)]);
  const alertNames = distinct([...said('alertname'), ...texts([payload], 'groupLabels', ['alertname'])]);
  const cut = payload.at('truncatedAlerts').number() ?? 0;
  const starts = alerts.flatMap((alert) => alert.at('startsAt').moment() ?? []);
  return {
    source,
    key: `${source} ${groupKey ?? alertNames[0] ?? ''}`,
    title: titleOf(payload, telling, alertNames) ?? `${source} alert`,
    description: descriptionOf(payload, telling),
    names: alertNames,
    severity: gravestOf(said('severity')) ?? gravestOf(said('priority')),
    services: servicesOf(payload, telling),
    people: [],
    startedAt: starts.length > 0 ? Math.min(...starts) : undefined,
    isOver,
    runbooks: distinct(
      [payload.at('commonAnnotations'), ...telling.map((alert) => alert.at('annotations'))].flatMap(
        (notes) => notes.at('runbook_url').address() ?? [],
      ),
    ),
    links: linksOf(payload, telling),
    events: alertEvents(alerts, source, cut),
  };
}

/** The texts of the first of the names that each place has below `within`. */
function texts(places: readonly Payload[], within: string, names: readonly string[]): readonly string[] {
  return places.flatMap((place) => names.flatMap((name) => place.at(within, name).text() ?? []).slice(0, 1));
}

/** The summary that all share; else their names, where they have several; else the first's own, and how many more there are. */
function titleOf(payload: Payload, alerts: readonly Payload[], alertNames: readonly string[]): string | undefined {
  const [shared] = texts([payload], 'commonAnnotations', ['summary']);
  if (shared !== undefined) return shared;
  const own = distinct(texts(alerts, 'annotations', ['summary']));
  if (own.length === 1) return own[0];
  if (alertNames.length > 1) return namesInWords(alertNames);
  const [first] = own;
  return first === undefined ? (alertNames[0] ?? payload.at('title').text()) : `${first} and ${own.length - 1} more`;
}

/** What the alerts say below their summaries, all that they share first. */
function descriptionOf(payload: Payload, alerts: readonly Payload[]): string | undefined {
  const names = ['description', 'message'];
  const said = distinct([...texts([payload], 'commonAnnotations', names), ...texts(alerts, 'annotations', names)]);
  return said.length === 0 ? undefined : said.join('. ');
}

/** The services, by the label that says them best. */
function servicesOf(payload: Payload, alerts: readonly Payload[]): readonly string[] {
  const labels = ['service', 'service_name', 'app', 'job'];
  const shared = texts([payload], 'commonLabels', labels);
  return shared.length > 0 ? shared : distinct(texts(alerts, 'labels', labels));
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

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
