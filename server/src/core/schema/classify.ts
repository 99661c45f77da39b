import { frontMatterText, type FrontMatter } from '../parse/frontMatter.ts';
import type { Outline } from '../parse/outline.ts';
import { align } from './align.ts';
import type { Alignment } from './align.ts';
import type { Template } from './template.ts';
import { documentKinds, type DocumentKind } from './vocabulary.ts';

/** Which kind of document a text is, and which template it follows. */
export interface Classification {
  readonly kind: DocumentKind;
  readonly template: Template;
  readonly alignment: Alignment;
}

/** Titles that say the kind: `Runbook: …`, `Post-mortem: …`, `Incident: …`. */
const titlePrefixes: readonly (readonly [DocumentKind, RegExp])[] = [
  ['runbook', /^\W{0,40}runbook\s*:/i],
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
    /(?:^|[/+._-])(?:runbooks?|playbooks?)\/|(?:^|\/)(?:runbook|playbook)[-_ ][^/]*$|[-_. ](?:runbook|playbook)\.[^/]*$/i,
  ],
  [
    ['postmortem'],
    /(?:^|[/+._-])(?:post[-_]?mortems?|incident[-_]?(?:reports?|reviews?))\/|(?:^|\/)post[-_]?mortem[-_ ][^/]*$|[-_. ]post[-_]?mortem\.[^/]*$/i,
  ],
  [['incident', 'postmortem'], /(?:^|[/+._-])incidents?\/|(?:^|\/)incident[-_ ]?\d[^/]*$/i],
];

/** Files in such folders that are about the documents rather than among them. */
const notDocuments =
  /(?:^|\/)(?:_?index|readme|contributing|changelog|summary)\.[^/]*$|(?:^|\/)templates?\/|(?:^|[/_ -])templates?\.[^/]*$|(?:^|\/)_?template[-_ ]/i;

/** A front matter's `kind`, or a title or setext title that says the kind. */
const statesKind = /^kind\s*:|^[^\w\n]{0,40}(?:runbook|incident|post[- ]?mortem)[ \t]*:/im;

/** Whether a text is worth parsing to find its kind: false only where `classify` would find none. */
export function mayBeDocument(path: string, text: string): boolean {
  return (!notDocuments.test(path) && pathPatterns.some(([, pattern]) => pattern.test(path))) || statesKind.test(text);
}

/**
 * Finds kind and template; the first that speaks wins: `kind:` in the front matter, the title's prefix, the path together
 * with enough sections. Undefined for Markdown that is none of our documents.
 */
export function classify(
  path: string,
  outline: Outline,
  frontMatter: FrontMatter,
  templates: readonly Template[],
): Classification | undefined {
  const wanted = frontMatterText(frontMatter, 'template');
  const stated = frontMatterText(frontMatter, 'kind')?.toLowerCase();
  const kind = documentKinds.find((known) => known === stated) ?? kindOfTitle(outline.title?.text);
  if (kind) return best([kind], outline, templates, wanted);

  if (notDocuments.test(path)) return undefined;
  for (const [kinds, pattern] of pathPatterns) {
    if (!pattern.test(path)) continue;
    const found = best(kinds, outline, templates, wanted);
    if (found && hasEnoughSections(found)) return found;
  }
  return undefined;
}

function kindOfTitle(title: string | undefined): DocumentKind | undefined {
  return title === undefined ? undefined : titlePrefixes.find(([, pattern]) => pattern.test(title))?.[0];
}

/** The template that a document names, else the one whose sections it shares most; the earlier one of equals. */
function best(
  kinds: readonly DocumentKind[],
  outline: Outline,
  templates: readonly Template[],
  wanted: string | undefined,
): Classification | undefined {
  const ofKind = templates.filter(({ kind }) => kinds.includes(kind));
  const named = ofKind.find((template) => template.name === wanted);
  let winner: Classification | undefined;
  let highest = -1;
  for (const template of named ? [named] : ofKind) {
    const alignment = align(outline, template);
    const score = likeness(alignment);
    if (score > highest) {
      highest = score;
      winner = { kind: template.kind, template, alignment };
    }
  }
  return winner;
}

/** How alike the sections of document and template are, 0 to 1; the template's own words count more than a synonym's. */
function likeness({ matches, missing, unknown }: Alignment): number {
  const shared = matches.reduce((sum, { exact }) => sum + (exact ? 1 : 0.8), 0);
  const apart = unknown.length + missing.filter(({ required }) => required).length;
  return shared === 0 ? 0 : shared / (matches.length + apart);
}

/** Three sections of the template, or half of them where it has fewer than six. */
function hasEnoughSections({ alignment, template }: Classification): boolean {
  return sharedSections(alignment) >= Math.min(3, Math.ceil(template.sections.length / 2));
}

function sharedSections(alignment: Alignment): number {
  return new Set(alignment.matches.map(({ schema }) => schema)).size;
}
