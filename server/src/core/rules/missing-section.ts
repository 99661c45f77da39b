import { insertSection } from '../edits/insertSection.ts';
import { parentOf, placeOfSection } from '../edits/sectionPlace.ts';
import type { Field, IncidentDocument } from '../model/document.ts';
import { lacksEscalation } from '../model/escalation.ts';
import type { Section } from '../parse/outline.ts';
import { isNamedAmong, namesAmong } from '../schema/align.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { SectionSchema, Template } from '../schema/template.ts';
import { excerpt } from '../text/excerpt.ts';
import { slipBetween } from '../text/nearest.ts';
import { contains } from '../text/span.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A section that the template requires and the document does not have. */
export const missingSection = defineRule({
  id: 'missing-section',
  kinds: everyKind,
  summary: 'A section that the template requires is missing.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const { alignment, likeness } = document;
    if (likeness === 'distant' || alignment.missing.length === 0) return;
    const labels = labelNames(document);
    // A document that only its folder makes one may have a form of its own.
    const isUncertain = likeness === 'alike';
    for (const schema of alignment.missing) {
      if (!schema.required || isNamedAmong(schema, labels, document.recall) || isElsewhere(document, schema)) continue;
      const parent = parentOf(document.template, schema);
      if (parent && !isDivided(document, parent)) continue;
      const meant = misspelt(document, schema);
      // Whom to call is missing in the whole document, which "escalation-missing" says.
      if (!meant && schema.role === 'escalation' && lacksEscalation(document)) continue;
      const finding = meant ? renamed(schema, meant) : added(document, schema);
      if (!isUncertain) yield finding;
      else
        yield {
          ...finding,
          level: 'information',
          ...(finding.fix ? { fix: { ...finding.fix, onRequest: true } } : {}),
        };
    }
  },
});

function added(document: IncidentDocument, schema: SectionSchema): Finding {
  const place = placeOfSection(document, schema);
  const edit = insertSection(document, schema, place);
  const neighbour = place.before ?? place.after;
  const side = place.before ? 'before' : 'after';
  const where = neighbour ? `; it belongs ${side} "${excerpt(neighbour.heading.text)}"` : '';
  return {
    span: document.title?.span ?? document.lines.contentSpan(0),
    message: `The section "${schema.heading}" is missing${where}.`,
    related: neighbour ? [{ span: neighbour.heading.span, message: `It belongs ${side} this section.` }] : [],
    ...(edit ? { fix: { title: `Add the section "${schema.heading}"`, edits: [edit] } } : {}),
  };
}

function renamed({ heading: right }: SectionSchema, { heading }: Section): Finding {
  return {
    span: heading.span,
    message: `The section "${right}" is missing; if this is meant to be it, call it "${right}".`,
    fix: { title: `Call it "${right}"`, edits: [{ span: heading.textSpan, text: right }] },
  };
}

/** A section that no template knows, with nearly the words of the one that is missing. */
function misspelt({ alignment, recall, each }: IncidentDocument, schema: SectionSchema): Section | undefined {
  const near = each(recall(slipFinder, schema), alignment.unknown);
  return near.toSorted((a, b) => a.slip - b.slip)[0]?.section;
}

/** What finds the sections that may be meant for one of the template, by their headings alone. */
function slipFinder({ heading }: SectionSchema) {
  const right = normalizeLabel(heading);
  return (section: Section) => {
    const slip = slipBetween(right, normalizeLabel(section.heading.text));
    return slip === undefined ? [] : [{ section, slip }];
  };
}

/** Whether the document has a section and at least one of the sections that the template puts below it. */
function isDivided({ alignment }: IncidentDocument, parent: SectionSchema): boolean {
  return alignment.matches.some(({ schema }) => parent.children.includes(schema));
}

/** Whether the timeline stands below a heading of the team's own, "What happened", or below one within another section. */
function isElsewhere(document: IncidentDocument, schema: SectionSchema): boolean {
  const { timeline, alignment, outline } = document;
  const [first] = timeline?.entries ?? [];
  if (schema.role !== 'timeline' || !first || misspelt(document, schema)) return false;
  const isNamed = outline.allSections.some(({ heading }) => heading.span.start === timeline?.anchor.start);
  return isNamed || alignment.unknown.some(({ span }) => contains(span, first.span));
}

/** The names of the labelled fields that say something: `**Impact:** 30 % of users`. */
function labelNames({ fields, template, recall, each, latest }: IncidentDocument): ReadonlySet<string> {
  return latest(namesOfLabels, template, [each(saidLabel, fields)], recall);
}

function namesOfLabels(
  _: Template,
  [labels]: readonly [readonly string[]],
  recall: IncidentDocument['recall'],
): ReadonlySet<string> {
  return namesAmong(labels, recall);
}

function saidLabel({ label, value, style }: Field): readonly string[] {
  return style !== 'section' && value !== '' ? [label] : [];
}
