import type { IncidentDocument } from '../model/document.ts';
import type { Section } from '../parse/outline.ts';
import type { SectionSchema, Template } from '../schema/template.ts';
import { contains } from '../text/span.ts';

/** Where a section that a document lacks belongs. */
export interface SectionPlace {
  /** The offset before which it is written. */
  readonly offset: number;
  /** The level of its heading: that of its siblings. */
  readonly level: number;
  /** The section of the document after which it comes; undefined where it is the first. */
  readonly after: Section | undefined;
  /** The section of the document before which it comes; undefined where it is the last. */
  readonly before: Section | undefined;
}

/**
 * The canonical place of a section: after the nearest one that precedes it in the template and stands in the document,
 * else before the nearest one that follows, else at the end.
 */
export function placeOfSection(document: IncidentDocument, schema: SectionSchema): SectionPlace {
  const parentSchema = parentOf(document.template, schema);
  const parent = parentSchema && sectionsOf(document, parentSchema).at(-1);
  const siblings = parentSchema?.children ?? document.template.sections;
  const index = siblings.indexOf(schema);
  const ordered = siblings.filter(({ anyOrder }) => !anyOrder);
  const neighbour = (candidates: readonly SectionSchema[]): readonly Section[] =>
    candidates.map((candidate) => sectionsOf(document, candidate)).find((found) => found.length > 0) ?? [];
  const previous = neighbour(ordered.filter((sibling) => siblings.indexOf(sibling) < index).toReversed()).at(-1);
  const next = neighbour(ordered.filter((sibling) => siblings.indexOf(sibling) > index))[0];

  if (previous) {
    // A neighbour may stand deeper, as "What Went Well" does under "Lessons Learned"; what follows elsewhere does not.
    const after = next?.parent === previous.parent ? previous : outermostBelow(previous, parent);
    const offset = aboveAnchors(document, endOfSection(document, after));
    return { offset, level: after.heading.level, after, before: undefined };
  }
  if (next) {
    const before = outermostBelow(next, parent);
    const offset = aboveAnchors(document, before.span.start);
    return { offset, level: before.heading.level, after: undefined, before };
  }
  return {
    offset: parent?.span.end ?? document.text.length,
    level: parent ? parent.heading.level + 1 : (document.outline.sections[0]?.heading.level ?? schema.level),
    after: parent ? undefined : document.outline.sections.at(-1),
    before: undefined,
  };
}

/** Where a section ends: behind the stamps of a timeline that stand as headings of the timeline's own level. */
export function endOfSection({ timeline, outline }: IncidentDocument, section: Section): number {
  if (!timeline || !contains(section.span, timeline.anchor)) return section.span.end;
  const siblings = section.parent?.children ?? outline.sections;
  const stamps = new Set([...timeline.entries, ...timeline.dates].map(({ span }) => span.start));
  const isStamped = ({ heading }: Section): boolean => stamps.has(heading.span.start);
  const behind = siblings.slice(siblings.indexOf(section) + 1);
  const next = behind.findIndex((sibling) => !isStamped(sibling));
  return (next < 0 ? behind : behind.slice(0, next)).at(-1)?.span.end ?? section.span.end;
}

/** A line that names the heading below it, for links: `(howto:restore)=`, `<a name="restore"></a>`. */
const anchorLine = /^\s*(?:\([\w:./-]+\)=|<a\s+(?:name|id)=[^<>]*>\s*(?:<\/a>)?|<a\s+(?:name|id)=[^<>]*\/>)\s*$/;

/** Where to write above a heading so that the anchors right above it stay its own. */
export function aboveAnchors({ text, lines }: Pick<IncidentDocument, 'text' | 'lines'>, offset: number): number {
  if (offset === text.length) return offset;
  let place = offset;
  for (let line = lines.lineAt(offset) - 1; line >= 0; line--) {
    const { start, end } = lines.contentSpan(line);
    const words = text.slice(start, end);
    if (anchorLine.test(words)) place = start;
    else if (words.trim() !== '') break;
  }
  return place;
}

/** The section of a template that holds another one; undefined for one of the top level. */
export function parentOf(template: Template, schema: SectionSchema): SectionSchema | undefined {
  const holds = (candidate: SectionSchema): SectionSchema | undefined =>
    candidate.children.includes(schema) ? candidate : candidate.children.map(holds).find(Boolean);
  return template.sections.map(holds).find(Boolean);
}

function sectionsOf({ alignment }: IncidentDocument, schema: SectionSchema): Section[] {
  return alignment.matches.filter((match) => match.schema === schema).map(({ section }) => section);
}

/** The ancestor of a section, or itself, that stands directly below `parent`, or at the top of the document. */
function outermostBelow(section: Section, parent: Section | undefined): Section {
  let outermost = section;
  while (outermost.parent && outermost.parent !== parent) outermost = outermost.parent;
  return outermost;
}
