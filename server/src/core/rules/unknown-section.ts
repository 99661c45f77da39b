import { normalizeLabel } from '../schema/label.ts';
import { excerpt } from '../text/excerpt.ts';
import { nearestWord } from '../text/nearest.ts';
import { defineRule, everyKind } from './rule.ts';

/** A section that the template does not name. */
export const unknownSection = defineRule({
  id: 'unknown-section',
  kinds: everyKind,
  summary: 'A section is none of the template.',
  level: 'off',
  fixable: true,
  *check({ alignment, template, timeline, likeness }) {
    if (likeness === 'distant') return;
    const entries = new Set(timeline?.entries.map(({ span }) => span.start));
    const free = new Map(alignment.missing.map(({ heading }) => [normalizeLabel(heading), heading]));
    const unknown = new Set(alignment.unknown);
    for (const { heading, parent } of unknown) {
      // What stands below it moves with it.
      if (entries.has(heading.span.start) || (parent && unknown.has(parent))) continue;
      const name = excerpt(heading.text);
      const meant = free.get(nearestWord(normalizeLabel(heading.text), [...free.keys()]) ?? '');
      if (meant === undefined) {
        const right = template.closed
          ? 'move its words into one of them'
          : 'move its words into one of them, or add it there';
        yield { span: heading.span, message: `"${name}" is none of the sections that the template has; ${right}.` };
        continue;
      }
      yield {
        span: heading.span,
        message: `"${name}" is none of the sections that the template has; call it "${meant}".`,
        fix: { title: `Call it "${meant}"`, edits: [{ span: heading.textSpan, text: meant }] },
      };
    }
  },
});
