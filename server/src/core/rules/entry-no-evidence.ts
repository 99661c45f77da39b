import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** An entry that nothing bears out: no link, no picture, no output. */
export const entryNoEvidence = defineRule({
  id: 'entry-no-evidence',
  kinds: ['postmortem'],
  summary: 'An entry of the timeline shows no evidence.',
  level: 'off',
  fixable: false,
  *check({ timeline, links, steps }) {
    if (!timeline) return;
    const evidence = [...links.map(({ span }) => span), ...steps.map(({ span }) => span)];
    for (const entry of timeline.entries) {
      if (evidence.some((span) => contains(entry.span, span))) continue;
      yield {
        span: entry.stamp.span,
        level: 'hint',
        message: 'Nothing bears this entry out; link the message, graph, log or change that shows it.',
      };
    }
  },
});
