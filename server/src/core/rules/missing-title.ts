import type { IncidentDocument } from '../model/document.ts';
import { spanOf } from '../parse/markdown.ts';
import { wordsOf } from '../parse/walk.ts';
import { at, type Span } from '../text/span.ts';
import { fileNameOf } from '../text/path.ts';
import { defineRule, everyKind } from './rule.ts';

/** A document without a heading of level 1, or with one that says nothing. */
export const missingTitle = defineRule({
  id: 'missing-title',
  kinds: everyKind,
  summary: 'The document has no title.',
  level: 'warning',
  fixable: true,
  *check(document) {
    if (document.title && document.title.subject !== '') return;
    const { frontMatter } = document;
    // A site's front matter names the page where no heading does.
    if (!document.outline.title && frontMatter.entries.some(({ key, value }) => key === 'title' && value)) return;
    if (isNamedOtherwise(document)) return;
    // A template without a title wants none.
    if (!document.outline.title && !document.template.title) return;
    // A title that begins "Postmortem:" would bind a document to a template that it only resembles.
    const prefix = document.likeness === 'declared' ? (document.template.title?.prefix ?? '') : '';
    const bold = document.outline.title ? undefined : boldTitle(document);
    const subject = bold?.words ?? subjectFromPath(document.path);
    const begun = subject.toLowerCase().startsWith(prefix.toLowerCase()) ? '' : prefix;
    const title = `# ${begun} ${subject}`.replace(/ +/g, ' ');
    const newline = document.lines.newline;
    const place = document.outline.title?.span ?? bold?.span ?? at(document.outline.headerSpan.start);
    const after = document.outline.frontMatter ? `${newline}${newline}${title}` : `${title}${newline}${newline}`;
    yield {
      span: document.outline.title?.span ?? document.lines.contentSpan(0),
      message: `This document has no title; begin it with "# ${prefix} …".`.replace('#  ', '# '),
      fix: { title: 'Add a title', edits: [{ span: place, text: (document.outline.title ?? bold) ? title : after }] },
    };
  },
});

/** A first line in bold, which stands where others have the heading. */
function boldTitle({ outline }: IncidentDocument): { readonly span: Span; readonly words: string } | undefined {
  const [opening] = outline.header;
  if (opening?.type !== 'paragraph' || opening.children.length !== 1 || opening.children[0]?.type !== 'strong')
    return undefined;
  const words = wordsOf(opening).trim();
  return /[:\n]$|\n/.test(words) || words.length > 100 ? undefined : { span: spanOf(opening), words };
}

/** Whether a first heading of a lower level stands above all others, or a front matter that is not YAML gives the title. */
function isNamedOtherwise({ outline, alignment }: IncidentDocument): boolean {
  if (outline.title) return false;
  const [first, ...others] = outline.allSections;
  const isAbove = first && others.every(({ heading }) => heading.level > first.heading.level);
  const isSection = alignment.matches.some(({ section }) => section === first);
  if (isAbove && !isSection && outline.header.length === 0) return true;
  const [opening] = outline.header;
  return opening?.type === 'paragraph' && /^\+{3}\s.*\btitle\s*=/s.test(wordsOf(opening));
}

/** `2024-01-15-api-latency.md` as `Api latency`: what a person would otherwise type again. */
function subjectFromPath(path: string): string {
  const stem = fileNameOf(path).replace(/\..*$/, '');
  const words = stem
    .replace(/^\d{4}-\d{2}-\d{2}[-_ ]*/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? '[Title]' : words.charAt(0).toUpperCase() + words.slice(1);
}
