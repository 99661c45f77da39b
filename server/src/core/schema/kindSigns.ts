import { frontMatterText, type FrontMatter } from '../parse/frontMatter.ts';
import type { Outline } from '../parse/outline.ts';
import type { DocumentKind } from './vocabulary.ts';

/** Titles that say the kind: `Runbook: …`, `Post-mortem: …`, `Incident: …`. */
const titlePrefixes: readonly (readonly [DocumentKind, RegExp])[] = [
  ['runbook', /^\W{0,40}runbook(?:\s*:|\s+[-–—]\s)/i],
  ['postmortem', /^\W{0,40}post[- ]?mortem\s*:/i],
  ['incident', /^\W{0,40}incident\s*:/i],
];

/**
 * Folders and file names that suggest kinds; they count only together with the sections of one of their templates. A folder
 * of incidents holds live documents, and in many teams what is written afterwards.
 */
const pathPatterns: readonly (readonly [readonly DocumentKind[], RegExp])[] = [
  [
    ['runbook'],
    /(?:^|[/+._-])(?:runbooks?|playbooks?)\/|(?:^|\/)(?:runbook|playbook)[-_ .][^/]*$|[-_. ](?:runbook|playbook)\.[^/]*$/i,
  ],
  [
    ['postmortem'],
    /(?:^|[/+._-])(?:post[-_]?mortems?|incident[-_]?(?:reports?|reviews?))\/|(?:^|\/)post[-_]?mortem[-_ ][^/]*$|[-_. ]post[-_]?mortem[-_. ][^/]*$/i,
  ],
  [['incident', 'postmortem'], /(?:^|[/+._-])incidents?\/|(?:^|\/)incident[-_ ]?\d[^/]*$/i],
];

/** Files in such folders that are about the documents rather than among them. */
const notDocuments =
  /(?:^|\/)(?:_?index|readme|contributing|changelog|summary|claude|agents|skill|security|license|code[-_]of[-_]conduct)\.[^/]*$|(?:^|\/)templates?\/|(?:^|[/_ -])templates?\.[^/]*$|(?:^|\/)_?template[-_ ]/i;

/** A title that calls a document what is written after an incident: `Network outage postmortem (2025-3-6)`. */
const namesPostmortem = /\bpost[- ]?mortem\b|\bincident (?:report|review)\b/i;
/** Guidance on such documents has the same words in its title, and no year. */
const year = /(?<!\d)(?:19|20)\d{2}(?:\d{4})?(?!\d)/;

/** Whether a path is that of a file that is about documents rather than one of them: a README, an index, a template. */
export function isAboutDocuments(path: string): boolean {
  return notDocuments.test(path);
}

/** The kinds that a path alone suggests, likeliest first. */
export function kindsOfPath(path: string): readonly DocumentKind[] {
  return pathPatterns.find(([, pattern]) => pattern.test(path))?.[0] ?? [];
}

/** The kind that the title says outright; a site's pages have it in the front matter. */
export function kindOfTitle(outline: Outline, frontMatter: FrontMatter): DocumentKind | undefined {
  const title = outline.title?.text ?? frontMatterText(frontMatter, 'title');
  return title === undefined ? undefined : titlePrefixes.find(([, pattern]) => pattern.test(title))?.[0];
}

/** What path and title suggest, surest first; it holds only for a document that has the sections. */
export function suggestedKinds(
  path: string,
  outline: Outline,
  frontMatter: FrontMatter,
): readonly (readonly DocumentKind[])[] {
  const byPath = pathPatterns.flatMap(([kinds, pattern]) => (pattern.test(path) ? [kinds] : []));
  const first = outline.title ?? outline.allSections[0]?.heading;
  const titles = [first?.text ?? '', frontMatterText(frontMatter, 'title') ?? ''];
  const isDated = [...titles, path, frontMatterText(frontMatter, 'date') ?? ''].some((words) => year.test(words));
  return isDated && titles.some((title) => namesPostmortem.test(title)) ? [...byPath, ['postmortem']] : byPath;
}

/** A front matter's `kind`, or a title, of whatever form, that says the kind or may suggest it. */
const statesKind =
  /^kind\s*:|^(?:title\s*:)?[^\w\n]{0,40}(?:h1(?:\s[^<>\n]{0,80})?>[^\w\n]{0,20})?(?:(?:runbook|incident|post[- ]?mortem)[ \t]*:|runbook[ \t]+[-–—][ \t])|^(?:#{1,6}|title\s*:)[^\n]{0,200}(?:\bpost[- ]?mortem\b|\bincident (?:report|review)\b)/im;

/** Whether a text is worth parsing to find its kind: false only where `classify` would find none. */
export function mayBeDocument(
  path: string,
  text: string,
  { kind }: { readonly kind: DocumentKind | 'none' | undefined },
): boolean {
  if (kind !== undefined && kind !== 'none') return true;
  return (!notDocuments.test(path) && pathPatterns.some(([, pattern]) => pattern.test(path))) || statesKind.test(text);
}
