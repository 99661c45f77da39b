import type { Milestone, TimelineEntry } from '../model/timeline/timeline.ts';
import { slice } from '../text/slice.ts';
import { defineRule } from './rule.ts';

/** What can't happen before what. Detection may come before the impact, and declaration in any place. */
const order: readonly (readonly [first: Milestone, then: Milestone])[] = [
  ['impact-started', 'resolved'],
  ['detected', 'acknowledged'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
  ['resolved', 'closed'],
];

/** As the entries are called in a message. */
const names: Readonly<Record<Milestone, string>> = {
  'impact-started': 'The impact began',
  detected: 'The incident was detected',
  acknowledged: 'The alert was acknowledged',
  declared: 'The incident was declared',
  mitigated: 'The impact was mitigated',
  resolved: 'The incident was resolved',
  closed: 'The incident was closed',
};

/** Milestones in an order that can't be: resolved before it was detected. */
export const milestoneOrder = defineRule({
  id: 'milestone-order',
  kinds: ['incident', 'postmortem'],
  summary: 'Milestones of the incident are in an impossible order.',
  level: 'error',
  fixable: false,
  *check({ timeline, text }) {
    if (!timeline) return;
    const entryOf = (milestone: Milestone): TimelineEntry | undefined =>
      timeline.entries.find((entry) => entry.milestone === milestone && entry.at !== undefined);
    for (const [first, then] of order) {
      const before = entryOf(first);
      const after = entryOf(then);
      if (!before || before.region !== after?.region || before.stamp.approximate || after.stamp.approximate) continue;
      if ((after.at ?? 0) >= (before.at ?? 0)) continue;
      yield {
        span: after.stamp.span,
        message: `${names[then]} at ${slice(text, after.stamp.span)}, before ${names[first].charAt(0).toLowerCase()}${names[first].slice(1)} at ${slice(text, before.stamp.span)}; correct one of the two.`,
        related: [{ span: before.stamp.span, message: `${names[first]}.` }],
      };
    }
  },
});
