import type { Edit } from '../edits/edit.ts';
import { statedReview } from '../model/review.ts';
import { at } from '../text/span.ts';
import { defineRule } from './rule.ts';
import type { IncidentDocument } from '../model/document.ts';

/** A runbook that does not say when somebody last looked at it. */
export const reviewMissing = defineRule({
  id: 'review-missing',
  kinds: ['runbook'],
  summary: 'The runbook does not say when it was last reviewed.',
  level: 'off',
  fixable: true,
  *check(document, { clock }) {
    if (statedReview(document)) return;
    const today = clock.today();
    yield {
      span: document.title?.span ?? document.lines.contentSpan(0),
      level: 'hint',
      message: `Nothing says when this runbook was last reviewed; write "reviewed: ${today}" in its front matter once its steps have been tried.`,
      fix: { title: `Write "reviewed: ${today}"`, edits: [reviewed(document, today)] },
    };
  },
});

function reviewed({ outline, lines }: IncidentDocument, today: string): Edit {
  const line = `reviewed: ${today}${lines.newline}`;
  const { frontMatter } = outline;
  if (frontMatter) return { span: at(frontMatter.yamlSpan.start), text: line };
  return { span: at(0), text: `---${lines.newline}${line}---${lines.newline}${lines.newline}` };
}
