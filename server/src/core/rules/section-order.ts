import { hasOpenEnd } from '../edits/openEnd.ts';
import { moveSection } from '../edits/moveSection.ts';
import { endOfSection } from '../edits/sectionPlace.ts';
import type { IncidentDocument } from '../model/document.ts';
import type { Section } from '../parse/outline.ts';
import type { SectionSchema } from '../schema/template.ts';
import { longestRising } from '../text/rising.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A section that stands elsewhere than the template has it. */
export const sectionOrder = defineRule({
  id: 'section-order',
  kinds: everyKind,
  summary: 'A section is not where the template has it.',
  level: 'hint',
  fixable: true,
  *check(document) {
    if (document.likeness !== 'declared' && !isWhole(document)) return; // Others have an order of their own.
    for (const siblings of orderedSiblings(document)) {
      const kept = longestInOrder(siblings);
      const inOrder = new Set(kept);
      for (const placed of siblings) if (!inOrder.has(placed)) yield misplaced(document, placed, kept);
    }
  },
});

/** Whether a document has all that its template asks for, in the template's own words. */
function isWhole({ likeness, alignment: { matches, missing } }: IncidentDocument): boolean {
  return likeness === 'alike' && matches.every(({ exact }) => exact) && !missing.some(({ required }) => required);
}

/** A section of the document with the number that its place in the template has. */
interface Placed {
  readonly section: Section;
  readonly rank: number;
}

/** The sections that have a place in the template, each list with those of one parent, in document order. */
function orderedSiblings({ alignment, template }: IncidentDocument): Placed[][] {
  const order = template.sections.flatMap(function below(schema): SectionSchema[] {
    return [schema, ...schema.children.flatMap(below)];
  });
  const byParent = new Map<Section | undefined, Placed[]>();
  for (const { schema, section } of alignment.matches) {
    if (schema.anyOrder) continue;
    const placed = { section, rank: order.indexOf(schema) };
    const siblings = byParent.get(section.parent);
    if (siblings) siblings.push(placed);
    else byParent.set(section.parent, [placed]);
  }
  return [...byParent.values()];
}

/** The most sections that can stay where they are; of equal choices the one that keeps the later ones. */
function longestInOrder(siblings: readonly Placed[]): readonly Placed[] {
  // Read from behind, what falls rises, and what stands last stands first.
  const reversed = siblings.toReversed();
  const kept = longestRising(reversed.map(({ rank }) => -rank));
  return kept.flatMap((index) => reversed[index] ?? []).toReversed();
}

function misplaced(document: IncidentDocument, { section, rank }: Placed, kept: readonly Placed[]): Finding {
  const { text } = document;
  const after = kept.findLast((other) => other.rank <= rank)?.section;
  const neighbour = after ?? kept[0]?.section;
  if (!neighbour) throw new Error('No section is in order: the longest chain holds at least one.');
  const offset = after ? endOfSection(document, after) : neighbour.span.start;
  const whole = { span: { start: section.span.start, end: endOfSection(document, section) } };
  const isStuck = (offset === text.length || whole.span.end === text.length) && hasOpenEnd(document);
  const name = excerpt(section.heading.text);
  const place = `${after ? 'after' : 'before'} "${excerpt(neighbour.heading.text)}"`;
  return {
    span: section.heading.span,
    message: `"${name}" comes too ${offset > section.span.start ? 'early' : 'late'}; the template has it ${place}.`,
    related: [{ span: neighbour.heading.span, message: `"${name}" belongs ${place}.` }],
    ...(isStuck ? {} : { fix: { title: `Move "${name}" ${place}`, edits: moveSection(text, whole, offset) } }),
  };
}
