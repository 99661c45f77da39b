import type { AlertEvent } from './alert.ts';
import type { Payload } from './payload.ts';

const minuteMs = 60_000;
/** How many alerts an entry names before it counts. */
const mostNamed = 3;
/** How many entries the beginnings, or the ends, of a group's alerts make: a timeline of hundreds is read by nobody. */
const mostEntries = 10;

/** One event for the beginning of each alert, one for the end of those that have ended; alerts of one minute share it. */
export function alertEvents(alerts: readonly Payload[], source: string, cut: number): readonly AlertEvent[] {
  const ended = alerts.filter((alert) => alert.at('status').text() === 'resolved');
  const begun = capped(grouped(alerts, 'startsAt')).map(({ at, names }) => ({
    at,
    text: `${source} alert fired: ${names}`,
    kind: 'detected' as const,
  }));
  const stopped = capped(grouped(ended, 'endsAt')).map(({ at, names }) => ({
    at,
    // That the alert is silent again does not say that the incident is over.
    text: `${source} alert stopped: ${names}`,
    kind: undefined,
  }));
  return [...begun, ...stopped, ...cutEvent(cut, source)].toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
}

function cutEvent(cut: number, source: string): readonly AlertEvent[] {
  if (cut <= 0) return [];
  return [{ at: undefined, text: `${source} left out ${cut} further alert${cut === 1 ? '' : 's'}`, kind: undefined }];
}

interface Moment {
  /** In ms since 1970 UTC. */
  readonly at: number | undefined;
  readonly alerts: readonly Payload[];
}

/** The alerts by the minute of a moment of theirs, the earliest first: a timeline tells no more than minutes. */
function grouped(alerts: readonly Payload[], moment: 'startsAt' | 'endsAt'): readonly Moment[] {
  const groups = new Map<number | undefined, { at: number | undefined; alerts: Payload[] }>();
  for (const alert of alerts) {
    const at = alert.at(moment).moment();
    const minute = at === undefined ? undefined : Math.floor(at / minuteMs);
    const group = groups.get(minute);
    if (group) {
      group.alerts.push(alert);
      group.at = group.at === undefined || at === undefined ? undefined : Math.min(group.at, at);
    } else groups.set(minute, { at, alerts: [alert] });
  }
  return [...groups.values()].toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
}

/** As many as a person reads; the rest counts at the moment of the first of them. */
function capped(moments: readonly Moment[]): readonly { readonly at: number | undefined; readonly names: string }[] {
  const shown = moments.length > mostEntries ? mostEntries - 1 : moments.length;
  const rest = moments.slice(shown);
  const last = rest.flatMap(({ at }) => at ?? []).at(-1);
  const until = last === undefined ? '' : `, until ${new Date(last).toISOString().slice(11, 16)} UTC`;
  return [
    ...moments.slice(0, shown).map(({ at, alerts }) => ({ at, names: namesInWords(alerts.map(nameOf)) })),
    ...(rest.length === 0
      ? []
      : [{ at: rest[0]?.at, names: `${namesInWords(rest.flatMap(({ alerts }) => alerts.map(nameOf)))}${until}` }]),
  ];
}

/** `A, B, C and 4 more`, each name once. */
export function namesInWords(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const rest = distinct.length - mostNamed;
  return rest > 0 ? `${distinct.slice(0, mostNamed).join(', ')} and ${rest} more` : distinct.join(', ');
}

function nameOf(alert: Payload): string {
  const name = alert.at('labels', 'alertname').text() ?? 'alert';
  const place = ['instance', 'pod', 'node', 'host'].flatMap((label) => alert.at('labels', label).text() ?? [])[0];
  return place === undefined ? name : `${name} on ${place}`;
}
