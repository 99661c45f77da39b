import type { IncidentDocument } from '../model/document.ts';
import { parseMarkdown, spanOf } from '../parse/markdown.ts';
import type { Edit } from './edit.ts';
import type { SectionSchema } from '../schema/template.ts';
import type { Recall } from '../text/recall.ts';
import { at, type Span } from '../text/span.ts';
import { applyEdits } from './apply.ts';
import { hasOpenEnd } from './openEnd.ts';
import type { SectionPlace } from './sectionPlace.ts';

/** What stands at the end of a text whose last line is blank. */
const endsBlank = /\n[ \t]*\r?\n$/;

/**
 * Writes a section of the template, with what the template has below its heading, at its place; undefined where it would
 * become a part of the block before it.
 */
export function insertSection(
  document: IncidentDocument,
  schema: Pick<SectionSchema, 'heading' | 'level' | 'stub'>,
  place: SectionPlace,
): Edit | undefined {
  const { text, lines } = document;
  if (place.offset === text.length && hasOpenEnd(document)) return undefined;
  const stub = deepened(schema.stub, place.level - schema.level, document.recall);
  const { bold } = (place.after ?? place.before ?? document.outline.sections[0])?.heading ?? { bold: false };
  const heading = bold ? `**${schema.heading}**` : `${'#'.repeat(place.level)} ${schema.heading}`;
  const plain = [heading, ...(stub === '' ? [] : [stub])].join('\n\n');
  // A list would take in an indented heading behind it, unless it is indented as much.
  const indent = /^ {1,3}(?=\S)/.exec(text.slice(place.offset, place.offset + 4))?.[0] ?? '';
  const written = indent === '' ? plain : plain.replace(/^(?=.)/gm, indent);
  const before = text.slice(0, place.offset);
  const blankAbove =
    before === '' || endsBlank.test(before.slice(before.trimEnd().length)) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const blankBelow = place.offset === text.length ? '\n' : '\n\n';
  const whole = `${blankAbove}${written}${blankBelow}`;
  return { span: at(place.offset), text: lines.newline === '\n' ? whole : whole.replaceAll('\n', lines.newline) };
}

/** Markdown with its headings so many levels deeper; a heading has at most six. */
function deepened(markdown: string, levels: number, recall: Recall): string {
  if (levels === 0 || !markdown.includes('#')) return markdown;
  return applyEdits(
    markdown,
    recall(headingMarks, markdown).map(({ start, end }) => {
      const level = Math.min(6, Math.max(1, end - start + levels));
      return { span: { start, end }, text: '#'.repeat(level) };
    }),
  );
}

/** Where the marks of each heading stand. */
function headingMarks(markdown: string): readonly Span[] {
  const headings = parseMarkdown(markdown).children.filter((node) => node.type === 'heading');
  return headings.map((heading) => {
    const { start } = spanOf(heading);
    return { start, end: start + heading.depth };
  });
}
