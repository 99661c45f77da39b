import type { Section } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule, everyKind } from './rule.ts';

/** Two sections of the same name beside each other: a reader finds the first and misses what stands in the second. */
export const duplicateSection = defineRule({
  id: 'duplicate-section',
  kinds: everyKind,
  summary: 'A section stands in the document twice.',
  level: 'warning',
  fixable: false,
  *check({ outline, lines, timeline, alignment, each }) {
    const named = each(namesOf, outline.allSections);
    if (new Set(named.map(({ name }) => name)).size === named.length) return;
    const entries = new Set(timeline?.entries.map(({ span }) => span.start));
    const ofTemplate = new Set(alignment.matches.map(({ section }) => section));
    const repeatable = new Set(
      alignment.matches.flatMap(({ schema, section }) => (schema.repeatable ? [section] : [])),
    );
    const firstOf = new Map<Section | undefined, Map<string, Section>>();
    for (const { section, name, words } of named) {
      // "### 14:30" is an entry of the timeline, and two things may happen in one minute.
      if ((entries.size > 0 && entries.has(section.heading.span.start)) || repeatable.has(section)) continue;
      const siblings = firstOf.get(section.parent) ?? new Map<string, Section>();
      firstOf.set(section.parent, siblings);
      const namesake = siblings.get(name);
      const first = siblings.get(words) ?? (namesake && mayBeSame(namesake, section) ? namesake : undefined);
      if (!first) {
        siblings.set(words, section);
        if (ofTemplate.has(section) && !namesake) siblings.set(name, section);
        continue;
      }
      const line = lines.positionAt(first.heading.span.start).line + 1;
      yield {
        span: section.heading.span,
        message: `"${excerpt(section.heading.text)}" is here a second time; put all of it into the section on line ${line}.`,
        related: [{ span: first.heading.span, message: 'The first section of this name.' }],
      };
    }
  },
});

/**
 * What a heading is compared by, and how it reads: "Step 2: verify" and "Step 5: verify", "Kill (MySQL)" and "Kill (Postgres)"
 * are two things each.
 */
function namesOf(section: Section) {
  const { text } = section.heading;
  const name = normalizeLabel(text);
  return name === '' ? [] : [{ section, name, words: text.toLowerCase().replace(/\s+/g, ' ').trim() }];
}

/** Whether a section of the template is repeated in other words: "Impact" and "3. Impact", not "(EU)" and "(US)". */
function mayBeSame(first: Section, second: Section): boolean {
  const [one, other] = [first, second].map(({ heading }) => /[([{](.*)$/s.exec(heading.text)?.[1]?.toLowerCase());
  return one === undefined || other === undefined || one === other;
}
