import type { IncidentDocument } from '../document.ts';
import { headerField } from '../fields.ts';
import { dayAt, statedMoment } from '../incident/moments.ts';
import { milestoneTime } from './milestones.ts';

/**
 * When the incident began, in ms since 1970 UTC: by its timeline when the impact started, else by its header, else when it
 * was detected, else its first entry. `near` is the day that a time without a date is near to.
 */
export function incidentStart(document: IncidentDocument, near: number): number | undefined {
  const { timeline, fields } = document;
  const impact = timeline && milestoneTime(timeline, 'impact-started');
  if (impact !== undefined) return impact;
  const field = headerField(fields, 'Started');
  const stated = field && statedMoment(document, field, dayAt(near))?.at;
  if (stated !== undefined) return stated;
  const moments = timeline?.entries.flatMap(({ at }) => at ?? []) ?? [];
  return (
    (timeline && milestoneTime(timeline, 'detected')) ??
    (moments.length > 0 ? moments.reduce((earliest, moment) => Math.min(earliest, moment)) : undefined)
  );
}

/** `T+00:12` for twelve minutes, `T-00:05` for five minutes before the start, `T+26:10` for more than a day. */
export function elapsedLabel(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  return `T${ms < 0 && minutes > 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
