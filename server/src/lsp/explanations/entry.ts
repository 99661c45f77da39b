import type { IncidentDocument } from '../../core/model/document.ts';
import { isLive } from '../../core/model/incident/live.ts';
import { entriesByTime } from '../../core/model/incident/moments.ts';
import { elapsedLabel, incidentStart } from '../../core/model/timeline/elapsed.ts';
import { formatDuration } from '../../core/model/values/duration.ts';
import { touches } from '../../core/text/span.ts';
import type { Explanation } from './explanation.ts';

/** What the stamp at an offset means: the moment in UTC, how long after the start and after the entry before, what it stands for. */
export function explainEntry(document: IncidentDocument, offset: number, now: number): Explanation | undefined {
  const entry = document.timeline?.entries.find(({ stamp }) => touches(stamp.span, offset));
  if (!entry) return undefined;
  const { span } = entry.stamp;
  if (entry.at === undefined) return entry.unknown === undefined ? undefined : { span, words: entry.unknown };
  const { at, milestone } = entry;
  const start = incidentStart(document, now);
  const before = entriesByTime(document).findLast((other) => other.at < at);
  const facts = [
    ...(start === undefined ? [] : [`${elapsedLabel(at - start)} since the start of the incident`]),
    ...(before ? [`${formatDuration((at - before.at) / 60_000)} after the entry before`] : []),
    ...(isLive(document) && now > at ? [`${formatDuration((now - at) / 60_000)} ago`] : []),
    ...(milestone === undefined ? [] : [`it counts as **${milestone.replace('-', ' ')}**`]),
  ];
  const moment = new Date(at).toISOString().replace('T', ' ').slice(0, 16);
  return { span, words: [`**${moment} UTC**`, ...facts.map((fact) => `- ${fact}`)].join('\n') };
}
