import type { IncidentDocument } from '../model/document.ts';
import type { Timeline, TimelineEntry } from '../model/timeline/timeline.ts';
import { cadenceInWords } from '../model/incident/cadence.ts';
import { incidentSeverity } from '../model/incident/live.ts';
import { entriesByTime } from '../model/incident/moments.ts';
import { milestoneTime } from '../model/timeline/milestones.ts';
import { formatDuration } from '../model/values/duration.ts';
import { slice } from '../text/slice.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;

/** A silence in the timeline that is longer than the severity's cadence of updates. */
export const updateGap = defineRule({
  id: 'update-gap',
  kinds: ['incident', 'postmortem'],
  summary: 'The timeline is silent for longer than the severity allows.',
  level: 'information',
  fixable: false,
  *check(document, { configuration }) {
    const { timeline, text } = document;
    const severity = incidentSeverity(document, configuration.severities);
    if (!timeline || !severity) return;
    // Before anybody knows and after all is over nobody owes an update.
    const from = milestoneTime(timeline, 'declared') ?? milestoneTime(timeline, 'detected');
    const until = milestoneTime(timeline, 'resolved') ?? milestoneTime(timeline, 'closed');
    if (from === undefined) return;
    const silences = document.latest(
      silencesIn,
      timeline.entries,
      [timeline.order, from, until, severity.updateEvery],
      document,
    );
    // A timeline of turning points alone has many; the longest is the one to ask about.
    const longest = silences.toSorted((a, b) => b.minutes - a.minutes)[0];
    if (!longest) return;
    const { before, entry, minutes } = longest;
    const others = silences.length === 1 ? '' : ` (the longest of ${silences.length} such silences)`;
    yield {
      span: entry.stamp.span,
      message: `Nothing is written for ${formatDuration(minutes)} before ${slice(text, entry.stamp.span)}${others}, and ${severity.name} promises an update ${cadenceInWords(severity.updateEvery)}; add what was done or said meanwhile.`,
      related: [{ span: before.stamp.span, message: 'The entry before.' }],
    };
  },
});

/** The silences of more than so many minutes between two moments, which are in ms since 1970 UTC. */
function silencesIn(
  _: readonly TimelineEntry[],
  [, from, until, longest]: readonly [Timeline['order'], from: number, until: number | undefined, longest: number],
  document: IncidentDocument,
) {
  const entries = entriesByTime(document).filter(({ at }) => at >= from && (until === undefined || at <= until));
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (!before || before.stamp.until || before.stamp.approximate || entry.stamp.approximate) return [];
    const minutes = (entry.at - before.at) / minuteMs;
    return minutes > longest ? [{ before, entry, minutes }] : [];
  });
}
