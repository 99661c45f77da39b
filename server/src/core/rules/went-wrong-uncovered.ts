import { addAction } from '../edits/addAction.ts';
import type { ActionItem, IncidentDocument } from '../model/document.ts';
import { lessonsOf, type Lesson } from '../model/lessons.ts';
import { saysNothing } from '../model/values/absent.ts';
import { topicsOf } from '../model/values/topics.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { excerpt } from '../text/excerpt.ts';
import { contains } from '../text/span.ts';
import { defineRule, type Finding } from './rule.ts';

/** What came of the incident, which the impact tells, is nothing that an action could take up. */
const effect = /^(?:the|this) (?:incident|outage|issue|problem) (?:caused|led to|resulted in|delayed|affected|made)\b/i;

/** Something that went wrong and that no action takes up. */
export const wentWrongUncovered = defineRule({
  id: 'went-wrong-uncovered',
  kinds: ['postmortem'],
  summary: 'Something went wrong that no action item takes up.',
  level: 'information',
  fixable: true,
  *check(document) {
    const { actionItems, alignment, placeholders, each } = document;
    if (actionItems.length === 0) return;
    const lessons = sectionsOfRole(alignment, 'wrong').flatMap(lessonsOf);
    if (lessons.length === 0) return;
    const covered = new Set(each(topicsOfAction, actionItems));
    for (const lesson of lessons) {
      if (placeholders.some(({ span }) => contains(lesson.span, span))) continue;
      if (saysNothing(lesson.text) || /^(?:nothing|nil)\b/i.test(lesson.text) || effect.test(lesson.text)) continue;
      const topics = [...topicsOf(lesson.text)];
      if (topics.length > 0 && !topics.some((topic) => covered.has(topic))) yield uncovered(document, lesson);
    }
  },
});

function topicsOfAction({ text }: ActionItem) {
  return [...topicsOf(text)];
}

function uncovered(document: IncidentDocument, { text, span }: Lesson): Finding {
  const edit = addAction(document, `Prevent "${excerpt(text, 80)}": [what to do]`);
  return {
    span,
    message: `No action item takes up "${excerpt(text)}"; add one, or say why none is needed.`,
    ...(edit ? { fix: { title: 'Add an action item for it', edits: [edit], onRequest: true } } : {}),
  };
}
