import { insertSection } from '../edits/insertSection.ts';
import { placeOfSection, type SectionPlace } from '../edits/sectionPlace.ts';
import type { Section } from '../parse/outline.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { defineRule } from './rule.ts';

const luck = {
  heading: 'Where We Got Lucky',
  level: 2,
  stub: '- [What could have made it worse and did not]',
};

/** A postmortem that tells what went well and wrong, and not where luck kept it from being worse (S4). */
export const luckyMissing = defineRule({
  id: 'lucky-missing',
  kinds: ['postmortem'],
  summary: 'Nothing says where you got lucky.',
  level: 'hint',
  fixable: true,
  *check(document) {
    const { alignment, outline } = document;
    const told = [...sectionsOfRole(alignment, 'well'), ...sectionsOfRole(alignment, 'wrong')];
    const last = told.toSorted((a, b) => a.span.start - b.span.start).at(-1);
    if (!last || outline.allSections.some(({ heading }) => /\bluck/i.test(heading.text))) return;
    const schema = alignment.missing.find(({ role }) => role === 'lucky');
    const edit = schema
      ? insertSection(document, schema, placeOfSection(document, schema))
      : insertSection(document, luck, behind(last));
    const title = `Add the section "${schema?.heading ?? luck.heading}"`;
    yield {
      span: last.heading.span,
      message:
        'Nothing says where you got lucky; add what could have made it worse and did not, as luck does not last.',
      ...(edit ? { fix: { title, edits: [edit], onRequest: true } } : {}),
    };
  },
});

function behind(section: Section): SectionPlace {
  return { offset: section.span.end, level: section.heading.level, after: section, before: undefined };
}
