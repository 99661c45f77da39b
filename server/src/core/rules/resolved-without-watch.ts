import { isOver } from '../model/incident/live.ts';
import { watchBegun } from '../model/incident/watch.ts';
import { milestoneEntry } from '../model/timeline/milestones.ts';
import { formatDuration } from '../model/values/duration.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;

/** An incident that was called resolved before anybody could see that the mitigation lasts. */
export const resolvedWithoutWatch = defineRule({
  id: 'resolved-without-watch',
  kinds: ['incident'],
  summary: 'The incident was called resolved without a watch after the mitigation.',
  level: 'information',
  fixable: false,
  *check(document, { configuration }) {
    const { timeline } = document;
    const resolved = timeline && milestoneEntry(timeline, 'resolved');
    if (!isOver(document) || resolved?.at === undefined || resolved.stamp.approximate) return;
    const begun = watchBegun(document, resolved.at);
    const { watch } = configuration.resolution;
    if (!begun || resolved.at - begun.at >= watch * minuteMs) return;
    const watched = Math.round((resolved.at - begun.at) / minuteMs);
    yield {
      span: resolved.stamp.span,
      message: `The incident was called resolved ${formatDuration(watched)} after the mitigation; watch for ${formatDuration(watch)} before, as what was repaired may break again.`,
      related: [{ span: begun.stamp.span, message: 'The mitigation.' }],
    };
  },
});
