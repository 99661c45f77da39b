import type { Severity } from '../configuration/severities.ts';
import type { Alert } from './alert.ts';
import { readAlertmanager } from './alertmanager.ts';
import { gradeOf } from './grades.ts';
import { readOpsgenie } from './opsgenie.ts';
import { readPagerDuty } from './pagerDuty.ts';
import { payloadOf } from './payload.ts';
import { readPrometheus } from './prometheus.ts';
import { readServiceNow } from './serviceNow.ts';

/** Longer texts are no payload that a person copies, and are not read. */
const longest = 1_000_000;

/** Reads the payload of a monitoring or paging service, by what it holds; undefined for a text that is none. */
export function readAlert(text: string): Alert | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || trimmed.length > longest) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const payload = payloadOf(value);
  return (
    readPagerDuty(payload) ??
    readOpsgenie(payload) ??
    readAlertmanager(payload) ??
    readPrometheus(payload) ??
    readServiceNow(payload)
  );
}

/** Why a text that was to be an alert can't be used. */
export const noAlert = {
  reason:
    'The payload is no alert that is known: it must be the JSON that Alertmanager, Grafana, Prometheus, PagerDuty, Opsgenie or ServiceNow sends.',
};

/** The team's severity that an alert's own most likely means; undefined where it says nothing that is known. */
export function severityOf({ severity }: Alert, severities: readonly Severity[]): Severity | undefined {
  if (severity === undefined) return undefined;
  const same = severities.find(({ name }) => bare(name) === bare(severity));
  const grade = gradeOf(severity);
  return same ?? (grade === undefined ? undefined : severities[Math.min(grade, severities.length - 1)]);
}

function bare(name: string): string {
  return name.replaceAll(/[^\p{L}\d]/gu, '').toLowerCase();
}
