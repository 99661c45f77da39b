import { frontMatterText, type FrontMatter } from '../parse/frontMatter.ts';
import type { Outline } from '../parse/outline.ts';
import { makeAnew, type Recall } from '../text/recall.ts';
import { align } from './align.ts';
import type { Alignment } from './align.ts';
import type { Template } from './template.ts';
import { documentKinds, type DocumentKind } from './vocabulary.ts';

/** Which kind of document a text is, and which template it follows. */
export interface Classification {
  readonly kind: DocumentKind;
  readonly template: Template;
  readonly alignment: Alignment;
  readonly likeness: Likeness;
}

/**
 * How surely a document means to be of its template's form. `declared`: it says its kind itself, or has half of the sections
 * that a template of the team's own requires. `alike`: its path makes it a document, or its title does beside sections of its
 * own, and it has half of the sections that a built-in template requires. `distant`: it has fewer, and so a form of its own.
 */
export type Likeness = 'declared' | 'alike' | 'distant';

/** What a team has settled of a document beforehand. */
export interface TeamChoice {
  /** What the document is by its path; `none` for one that is not ours, undefined where nothing is said of it. */
  readonly kind: DocumentKind | 'none' | undefined;
  /** The name of the template that it follows by its path. */
  readonly template: string | undefined;
  /** The names of the templates that all documents of a kind follow. */
  readonly templates: Readonly<Record<DocumentKind, string | undefined>>;
}

/** A template with the document's sections beside it. */
type Candidate = Omit<Classification, 'likeness'>;

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
    /(?:^|[/+._-])(?:runbooks?|playbooks?)\/|(?:^|\/)(?:runbook|playbook)[-_ .][^/]*$|[-_. ](?:runbook|playbook)\.[^/]*$/i,
  ],
  [
    ['postmortem'],
    /(?:^|[/+._-])(?:post[-_]?mortems?|incident[-_]?(?:reports?|reviews?))\/|(?:^|\/)post[-_]?mortem[-_ ][^/]*$|[-_. ]post[-_]?mortem\.[^/]*$/i,
  ],
  [['incident', 'postmortem'], /(?:^|[/+._-])incidents?\/|(?:^|\/)incident[-_ ]?\d[^/]*$/i],
];

/** Files in such folders that are about the documents rather than among them. */
const notDocuments =
  /(?:^|\/)(?:_?index|readme|contributing|changelog|summary|claude|agents|skill|security|license|code[-_]of[-_]conduct)\.[^/]*$|(?:^|\/)templates?\/|(?:^|[/_ -])templates?\.[^/]*$|(?:^|\/)_?template[-_ ]/i;

/** Whether a path is that of a file that is about documents rather than one of them: a README, an index, a template. */
export function isAboutDocuments(path: string): boolean {
  return notDocuments.test(path);
}

/** The kinds that a path alone suggests, likeliest first. */
export function kindsOfPath(path: string): readonly DocumentKind[] {
  return pathPatterns.find(([, pattern]) => pattern.test(path))?.[0] ?? [];
}

/** A front matter's `kind`, or a title or setext title that says the kind. */
const statesKind = /^kind\s*:|^[^\w\n]{0,40}(?:runbook|incident|post[- ]?mortem)[ \t]*:/im;

/** Whether a text is worth parsing to find its kind: false only where `classify` would find none. */
export function mayBeDocument(path: string, text: string, { kind }: Pick<TeamChoice, 'kind'>): boolean {
  if (kind !== undefined && kind !== 'none') return true;
  return (!notDocuments.test(path) && pathPatterns.some(([, pattern]) => pattern.test(path))) || statesKind.test(text);
}

/**
 * Finds kind and template; the first that speaks wins: `kind:` in the front matter, what the team has settled for the path,
 * the title's prefix, the path together with enough sections or with the words by which a template of the team's own begins
 * its title. Undefined for Markdown that is none of our documents.
 */
export function classify(
  path: string,
  outline: Outline,
  frontMatter: FrontMatter,
  templates: readonly Template[],
  choice: TeamChoice,
  recall: Recall = makeAnew,
): Classification | undefined {
  const stated = frontMatterText(frontMatter, 'kind')?.toLowerCase();
  const statedKind = documentKinds.find((known) => known === stated);
  if (!statedKind && choice.kind === 'none') return undefined;
  const settledKind = choice.kind === 'none' ? undefined : choice.kind;
  const titleKind = isOfTemplate(path, outline.title?.text) ? undefined : kindOfTitle(outline.title?.text);
  const kind = statedKind ?? settledKind ?? titleKind;
  const settled = (of: DocumentKind) => (of === settledKind ? choice.template : undefined) ?? choice.templates[of];
  const named = frontMatterText(frontMatter, 'template');
  const eligible = (kinds: readonly DocumentKind[]) => eligibleTemplates(kinds, templates, named, settled);
  if (kind) {
    const found = best(eligible([kind]), outline, coverage, recall);
    if (!found) return undefined;
    // Whoever names a folder but no template has said what its files are, not which form they have.
    const saysForm = kind !== settledKind || kind === statedKind || found.template.name === settled(kind);
    const isChosen = statedKind ?? settledKind ?? named ?? settled(kind);
    const ownForm = isChosen !== undefined || !isBuiltIn(found.template) ? undefined : ownFormOf(found);
    return { ...found, likeness: ownForm ?? (saysForm || hasHalfOfRequired(found.alignment) ? 'declared' : 'distant') };
  }

  if (notDocuments.test(path)) return undefined;
  for (const [kinds, pattern] of pathPatterns) {
    if (!pattern.test(path)) continue;
    const candidates = eligible(kinds);
    const found = best(candidates, outline, similarity, recall);
    if (found && hasEnoughSections(found)) {
      const close = isBuiltIn(found.template) ? 'alike' : 'declared';
      return { ...found, likeness: hasHalfOfRequired(found.alignment) ? close : 'distant' };
    }
    const ours = candidates.filter((template) => isTitledAs(template, outline.title?.text));
    const titled = best(ours, outline, coverage, recall);
    if (titled) return { ...titled, likeness: 'declared' };
  }
  return undefined;
}

/**
 * How sure a title leaves the form of a document: "Runbook: Disk full" tells the kind, and sections of the team's own tell
 * that it follows a template that is not ours. Undefined where it has hardly any, and for a live incident, which is only begun.
 */
function ownFormOf({ kind, alignment }: Candidate): Likeness | undefined {
  const own = alignment.unknown.filter(({ parent }) => parent === undefined).length;
  if (kind === 'incident' || own < 2) return undefined;
  if (hasHalfOfRequired(alignment)) return own < 3 ? undefined : 'alike';
  return own < 3 && sharedSections(alignment) > 0 ? undefined : 'distant';
}

/** Whether a template came with us; one of the team's own has the path of its file. */
function isBuiltIn({ kind, name, path }: Template): boolean {
  return path === `${kind}/${name}.md`;
}

/** Whether a title begins as a template of the team's own has it: `# Review: [Title]`. */
function isTitledAs(template: Template, title: string | undefined): boolean {
  const prefix = template.title?.prefix.toLowerCase() ?? '';
  return !isBuiltIn(template) && /\p{L}.*[:–—-]$/u.test(prefix) && title?.toLowerCase().startsWith(prefix) === true;
}

/** Whether a title is that of a template, and names nothing yet: "Runbook: [Service]" in `templates/` or `runbook-template.md`. */
function isOfTemplate(path: string, title: string | undefined): boolean {
  return notDocuments.test(path) && title !== undefined && /[[{<][^\]}>]+[\]}>]/.test(title);
}

function kindOfTitle(title: string | undefined): DocumentKind | undefined {
  return title === undefined ? undefined : titlePrefixes.find(([, pattern]) => pattern.test(title))?.[0];
}

/** The templates of some kinds: those that the document names, else for each kind the one that the team has settled, else all. */
function eligibleTemplates(
  kinds: readonly DocumentKind[],
  templates: readonly Template[],
  own: string | undefined,
  settled: (kind: DocumentKind) => string | undefined,
): readonly Template[] {
  const first = (kind: DocumentKind, name: string | undefined) =>
    templates.find((template) => template.kind === kind && template.name === name);
  const named = kinds.flatMap((kind) => first(kind, own) ?? []);
  if (named.length > 0) return named;
  return kinds.flatMap((kind) => first(kind, settled(kind)) ?? templates.filter((template) => template.kind === kind));
}

/** The template with the highest score; the earlier one of equals. */
function best(
  templates: readonly Template[],
  outline: Outline,
  scoreOf: (alignment: Alignment) => number,
  recall: Recall,
): Candidate | undefined {
  let winner: Candidate | undefined;
  let highest = -1;
  for (const template of templates) {
    const alignment = align(outline, template, recall);
    const score = scoreOf(alignment);
    if (score > highest) {
      highest = score;
      winner = { kind: template.kind, template, alignment };
    }
  }
  return winner;
}

/** How alike the sections of document and template are, 0 to 1: what either has alone counts against it. */
function similarity(alignment: Alignment): number {
  const apart = alignment.unknown.length + alignment.missing.filter(({ required }) => required).length;
  return shareOf(alignment, apart);
}

/**
 * How much of the document the template explains, 0 to 1. A document that says its kind may have only just been begun:
 * what it lacks tells nothing of its form.
 */
function coverage(alignment: Alignment): number {
  return shareOf(alignment, alignment.unknown.length);
}

/** The template's own words count more than a synonym's. */
function shareOf({ matches }: Alignment, apart: number): number {
  const shared = matches.reduce((sum, { exact }) => sum + (exact ? 1 : 0.8), 0);
  return shared === 0 ? 0 : shared / (matches.length + apart);
}

/** Three sections of the template, or half of them where it has fewer than six; a template of fields alone tells nothing. */
function hasEnoughSections({ alignment, template }: Candidate): boolean {
  return (
    template.sections.length > 0 && sharedSections(alignment) >= Math.min(3, Math.ceil(template.sections.length / 2))
  );
}

function hasHalfOfRequired({ matches, missing }: Alignment): boolean {
  const present = new Set(matches.filter(({ schema }) => schema.required).map(({ schema }) => schema)).size;
  return present >= missing.filter(({ required }) => required).length;
}

function sharedSections(alignment: Alignment): number {
  return new Set(alignment.matches.map(({ schema }) => schema)).size;
}
