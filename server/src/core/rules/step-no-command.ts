import { givesMeans, procedures, wordsOfSection } from '../model/steps/procedures.ts';
import type { Section } from '../parse/outline.ts';
import { defineRule } from './rule.ts';

/** A step that says what to do and not with what. */
export const stepNoCommand = defineRule({
  id: 'step-no-command',
  kinds: ['runbook'],
  summary: 'A step gives no command, query or link.',
  level: 'hint',
  fixable: false,
  *check(document) {
    for (const section of document.each(withoutMeans, procedures(document))) {
      yield {
        span: section.heading.textSpan,
        message: 'This step says what to do and not with what; add the command, the query or a link to the dashboard.',
      };
    }
  },
});

/** The section, where it has words and nothing to do it with. */
function withoutMeans(section: Section): readonly Section[] {
  return givesMeans(section) || wordsOfSection(section).trim() === '' ? [] : [section];
}
