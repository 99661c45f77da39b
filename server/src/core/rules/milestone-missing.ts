import { milestoneTime } from '../model/timeline/milestones.ts';
import { milestonesIn } from '../model/timeline/milestoneWords.ts';
import type { Milestone, Timeline } from '../model/timeline/timeline.ts';
import { defineRule } from './rule.ts';

/** Fewer entries than this are a sketch. */
const enough = 3;

/** A timeline that does not say when the incident was noticed, or when it was over. */
export const milestoneMissing = defineRule({
  id: 'milestone-missing',
  kinds: ['postmortem'],
  summary: 'The timeline does not say when the incident was detected or resolved.',
  level: 'information',
  fixable: false,
  *check({ timeline, recall }) {
    if (!timeline || timeline.entries.length < enough) return;
    // "Paged, SEV-1 declared" stands for the declaration, and says both.
    const detected =
      says(timeline, 'detected') ||
      says(timeline, 'impact-started') ||
      timeline.entries.some(({ milestone, text }) => milestone && recall(milestonesIn, text).some(isDetection));
    const resolved = says(timeline, 'resolved');
    if (detected && resolved) return;
    const missing = [...(detected ? [] : ['was detected']), ...(resolved ? [] : ['was resolved'])].join(
      ' and when it ',
    );
    const tags = [...(detected ? [] : ['"(detected)"']), ...(resolved ? [] : ['"(resolved)"'])].join(' and ');
    yield {
      span: timeline.anchor,
      message: `No entry says when the incident ${missing}; say so in the words of an entry, or mark one with ${tags}.`,
    };
  },
});

function isDetection({ milestone }: { readonly milestone: Milestone }): boolean {
  return milestone === 'detected';
}

function says(timeline: Timeline, milestone: Milestone): boolean {
  return (
    milestoneTime(timeline, milestone) !== undefined || timeline.entries.some((entry) => entry.milestone === milestone)
  );
}
