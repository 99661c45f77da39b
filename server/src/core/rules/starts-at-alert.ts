import { defineRule } from './rule.ts';

/** Fewer entries than this are a sketch. */
const enough = 3;

/** A timeline that begins when somebody noticed, and not with what led to it. */
export const startsAtAlert = defineRule({
  id: 'starts-at-alert',
  kinds: ['postmortem'],
  summary: 'The timeline has nothing from before the first alert.',
  level: 'hint',
  fixable: false,
  *check({ timeline }) {
    if (!timeline || timeline.entries.length < enough) return;
    const rising = timeline.order === 'ascending' ? timeline.entries : timeline.entries.toReversed();
    const first = rising.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
    if (first?.milestone !== 'detected') return;
    yield {
      span: first.stamp.span,
      message:
        'The timeline begins when the incident was noticed; add what led to it, such as the last deployment and the first failing request.',
    };
  },
});
