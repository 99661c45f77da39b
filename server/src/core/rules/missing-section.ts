import { insertSection } from '../edits/insertSection.ts';
import { parentOf, placeOfSection } from '../edits/sectionPlace.ts';
import type { IncidentDocument } from '../model/document.ts';
import { namesSection } from '../schema/align.ts';
import type { SectionSchema } from '../schema/template.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule, everyKind } from './rule.ts';

/** A section that the template requires and the document does not have. */
export const missingSection = defineRule({
  id: 'missing-section',
  kinds: everyKind,
  summary: 'A section that the template requires is missing.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const { alignment, likeness } = document;
    if (likeness === 'distant') return;
    // A document that only its folder makes one may have a form of its own.
    const isUncertain = likeness === 'alike';
    for (const schema of alignment.missing) {
      if (!schema.required || isLabelled(document, schema)) continue;
      const parent = parentOf(document.template, schema);
      if (parent && !isDivided(document, parent)) continue;
      const place = placeOfSection(document, schema);
      const where = place.before
        ? `; it belongs before "${excerpt(place.before.heading.text)}"`
        : place.after
          ? `; it belongs after "${excerpt(place.after.heading.text)}"`
          : '';
      const neighbour = place.before ?? place.after;
      yield {
        ...(isUncertain ? { level: 'information' as const } : {}),
        span: document.title?.span ?? document.lines.contentSpan(0),
        message: `The section "${schema.heading}" is missing${where}.`,
        related: neighbour
          ? [{ span: neighbour.heading.span, message: `It belongs ${place.before ? 'before' : 'after'} this section.` }]
          : [],
        fix: {
          title: `Add the section "${schema.heading}"`,
          edits: [insertSection(document, schema, place)],
          onRequest: isUncertain,
        },
      };
    }
  },
});

/** Whether the document has a section and at least one of the sections that the template puts below it. */
function isDivided({ alignment }: IncidentDocument, parent: SectionSchema): boolean {
  return alignment.matches.some(({ schema }) => parent.children.includes(schema));
}

/** Whether the document says the same in a labelled field: `**Impact:** 30 % of users`. */
function isLabelled({ fields }: IncidentDocument, schema: SectionSchema): boolean {
  return fields.some(({ label, value, style }) => style !== 'section' && value !== '' && namesSection(schema, label));
}
