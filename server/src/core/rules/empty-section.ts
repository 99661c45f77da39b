import { hasContent } from '../parse/content.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule, everyKind } from './rule.ts';

/** "6. Push your branch and raise a pull request": a step that is told in its heading. */
const wholeStep = /^(?:step )?\d+\s*[.:)]\s+(?:\S+\s+){4,}\S/i;

/** A heading with nothing below it. A section of template words alone is not empty: those are placeholders. */
export const emptySection = defineRule({
  id: 'empty-section',
  kinds: everyKind,
  summary: 'A section has a heading and nothing below it.',
  level: 'warning',
  fixable: false,
  *check({ kind, outline, timeline, stage }) {
    const entries = new Set(timeline?.entries.map(({ span }) => span.start));
    for (const { heading, body, children } of outline.allSections) {
      if (children.length > 0 || body.some(hasContent) || entries.has(heading.span.start)) continue;
      if (kind === 'runbook' && wholeStep.test(heading.text)) continue;
      yield {
        span: heading.span,
        message: `"${excerpt(heading.text)}" is empty; write what belongs here, or why there is nothing.`,
        ...(stage === 'draft' ? { level: 'information' as const } : {}),
      };
    }
  },
});
