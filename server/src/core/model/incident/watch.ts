import type { IncidentDocument } from '../document.ts';
import { headerField } from '../fields.ts';
import type { TimelineEntry } from '../timeline/timeline.ts';
import { entriesByTime } from './moments.ts';
import { rankOf, statusChanges, statusOrder } from './statuses.ts';

/** Words by which a timeline says that the watch begins. */
const watching =
  /^\W*monitoring\b|\bstatus\b(?! page)[^.\n]{0,40}\bmonitoring\b|\b(?:keep|start(?:s|ed)?|now) (?:watching|monitoring)\b/i;

/** The first entry from which on the effect of the mitigation could be seen; `until` is in ms since 1970 UTC. */
export function watchBegun(
  document: IncidentDocument,
  until: number,
): (TimelineEntry & { readonly at: number }) | undefined {
  return entriesByTime(document).find(
    ({ at, milestone, text }) => at <= until && (milestone === 'mitigated' || watching.test(text)),
  );
}

/** What a document calls the status in which the effect of the mitigation is watched; undefined where it has none. */
export function watchStatus(document: IncidentDocument): string | undefined {
  return statusOrder(document).find((name) => /^monitoring$/i.test(name));
}

/**
 * Since when the incident has been watched, in ms since 1970 UTC: since it was last set to "Monitoring", else since the
 * mitigation. Undefined for one that is not being watched, and where the timeline does not say since when.
 */
export function watchedSince(document: IncidentDocument, now: number): number | undefined {
  const status = watchStatus(document);
  if (status === undefined) return watchBegun(document, now)?.at;
  const order = statusOrder(document);
  const stated = order[rankOf(headerField(document.fields, 'Status')?.value ?? '', order)];
  if (stated !== status) return undefined;
  const set = statusChanges(document).findLast(({ name }) => name === status);
  const entry = set && document.timeline?.entries.find(({ textSpan }) => textSpan.start === set.textSpan.start);
  return entry?.at ?? watchBegun(document, now)?.at;
}
