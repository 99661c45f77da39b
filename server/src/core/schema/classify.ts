import type { RootContent } from 'mdast';
import { frontMatterText, type FrontMatter } from '../parse/frontMatter.ts';
import type { LabelledValue } from '../parse/labels.ts';
import type { Outline } from '../parse/outline.ts';
import { wordsOf } from '../parse/walk.ts';
import { anew, type Knowledge } from '../text/knowledge.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Alignment } from './align.ts';
import { best, coverage, eligibleTemplates, likeningOf, similarity, type Candidate } from './candidates.ts';
import { normalizeLabel } from './label.ts';
import { roleOfHeading } from './synonyms.ts';
import type { Template } from './template.ts';
import { isAboutDocuments, kindOfTitle, suggestedKinds } from './kindSigns.ts';
import { documentKinds, type DocumentKind } from './vocabulary.ts';

/** Which kind of document a text is, and which template it follows. */
export interface Classification extends Candidate {
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
  /** The zone of times for which a document states none: an IANA name; UTC where nothing is said of it. */
  readonly timezone?: string | undefined;
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
  knowledge: Knowledge = anew,
  labels: readonly LabelledValue[] = [],
): Classification | undefined {
  const likening = likeningOf(outline, labels, knowledge);
  const stated = frontMatterText(frontMatter, 'kind')?.toLowerCase();
  const statedKind = documentKinds.find((known) => known === stated);
  if (!statedKind && choice.kind === 'none') return undefined;
  const settledKind = choice.kind === 'none' ? undefined : choice.kind;
  const titleKind = isOfTemplate(path, outline.title?.text) ? undefined : kindOfTitle(outline, frontMatter);
  const kind = statedKind ?? settledKind ?? titleKind;
  const settled = (of: DocumentKind) => (of === settledKind ? choice.template : undefined) ?? choice.templates[of];
  const named = frontMatterText(frontMatter, 'template');
  const eligible = (kinds: readonly DocumentKind[]) => eligibleTemplates(kinds, templates, named, settled);
  if (kind) {
    const found = best(eligible([kind]), likening, coverage);
    if (!found) return undefined;
    // Whoever names a folder but no template has said what its files are, not which form they have.
    const saysForm = kind !== settledKind || kind === statedKind || found.template.name === settled(kind);
    // A site's own templates are none of ours.
    const isChosen = statedKind ?? templates.find(({ name }) => name === named) ?? settled(kind);
    const ownForm = isChosen !== undefined || !isBuiltIn(found.template) ? undefined : ownFormOf(found, outline);
    return { ...found, likeness: ownForm ?? (saysForm || hasHalfOfRequired(found.alignment) ? 'declared' : 'distant') };
  }

  if (isAboutDocuments(path)) return undefined;
  for (const kinds of suggestedKinds(path, outline, frontMatter)) {
    const candidates = eligible(kinds);
    const found = afterTheFact(best(candidates, likening, similarity), () =>
      kinds.includes('postmortem') ? best(eligible(['postmortem']), likening, similarity) : undefined,
    );
    const isCalled = /^runbook$/i.test(frontMatterText(frontMatter, 'type') ?? '');
    if (found && hasEnoughSections(found, isCalled ? 'Runbook' : outline.title?.text)) {
      const close = isBuiltIn(found.template) ? 'alike' : 'declared';
      return { ...found, likeness: hasHalfOfRequired(found.alignment) ? close : 'distant' };
    }
    const ours = candidates.filter((template) => isTitledAs(template, outline.title?.text));
    const titled = best(ours, likening, coverage);
    if (titled) return { ...titled, likeness: 'declared' };
  }
  return undefined;
}

/**
 * How sure a title leaves the form of a document: "Runbook: Disk full" tells the kind, and sections of the team's own, or bold
 * lines in their place, tell that it follows a template that is not ours. Undefined where it has hardly any, and for a live
 * incident, which is only begun, unless it tells what only its end shows.
 */
function ownFormOf({ kind, alignment }: Candidate, outline: Outline): Likeness | undefined {
  if (kind === 'incident') return isWrittenAfter(alignment) ? 'distant' : undefined;
  // A site's page has its title in the front matter, and its sections as the site has them.
  if (!outline.title) return hasHalfOfRequired(alignment) ? 'alike' : 'distant';
  if (outline.sections.some(({ heading }) => heading.bold)) return hasHalfOfRequired(alignment) ? 'alike' : 'distant';
  const blocks = kind === 'postmortem' ? [...outline.header, ...outline.allSections.flatMap(({ body }) => body)] : [];
  const own = alignment.unknown.filter(({ parent }) => parent === undefined).length + blocks.filter(isBoldLine).length;
  // Steps right below the title want no sections.
  const isList =
    alignment.matches.length === 0 && outline.header.some(({ type }) => type === 'list' || type === 'code');
  if (kind === 'runbook' && (isList || !isInOurWords(alignment)))
    return hasHalfOfRequired(alignment) ? 'alike' : 'distant';
  // Several sections, some of other words, and still most of the template's are not there.
  const told = alignment.matches.length + alignment.unknown.length;
  const isReworded = kind === 'postmortem' && alignment.matches.some(({ exact }) => !exact);
  if (own < 2) return isReworded && told >= 3 && !hasHalfOfRequired(alignment) ? 'alike' : undefined;
  if (hasHalfOfRequired(alignment)) return own < 3 ? undefined : 'alike';
  return own < 3 && sharedSections(alignment) > 0 ? undefined : 'distant';
}

/** "Incident: …" is what many call the account that they write afterwards, too: it tells of causes and of what ended it. */
function isWrittenAfter({ unknown, missing, matches }: Alignment): boolean {
  const roles = unknown.map(({ heading }) => roleOfHeading(normalizeLabel(heading.text)));
  const told = ['cause', 'resolution', 'detection', 'well', 'wrong', 'lessons'].filter((role) => roles.includes(role));
  return told.length >= 2 || (told[0] === 'cause' && missing.length > matches.length);
}

/** Whether a document has the template's own words, typing errors aside, at least as often as words of its own. */
function isInOurWords({ matches, missing, unknown }: Alignment): boolean {
  const names = missing.map(({ heading }) => normalizeLabel(heading));
  const own = unknown.filter(
    ({ parent, heading }) => parent === undefined && nearestWord(normalizeLabel(heading.text), names) === undefined,
  );
  // Whom to call stands in runbooks of all forms.
  const outermost = matches.filter(
    ({ section, schema }) => section.parent === undefined && schema.role !== 'escalation',
  );
  return outermost.every(({ exact }) => exact) && own.length <= outermost.length;
}

/** `**Timeline:**` in a line of its own, which stands where others have a heading. */
function isBoldLine(node: RootContent): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'strong' && wordsOf(only).trim().endsWith(':');
}

/**
 * Of a document that may be a live one or what is written afterwards, the latter where nothing in it is a live document's
 * alone, such as the roles or the objectives.
 */
function afterTheFact(found: Candidate | undefined, other: () => Candidate | undefined): Candidate | undefined {
  if (found?.kind !== 'incident') return found;
  const later = other();
  const told = new Set(later?.alignment.matches.map(({ section }) => section));
  return later && found.alignment.matches.every(({ section }) => told.has(section)) ? later : found;
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

/**
 * Whether a title is that of a template, and names nothing yet: "Runbook: [Service]" in `templates/` or `runbook-template.md`;
 * of "Postmortem: <title>" the parser leaves the prefix alone.
 */
function isOfTemplate(path: string, title: string | undefined): boolean {
  return isAboutDocuments(path) && title !== undefined && /[[{<][^\]}>]+[\]}>]|:\s*$/.test(title);
}

/** "Key Rotation Runbook (staging)" is one by its own words, where "Adding a new runbook" tells how to write one. */
const calledRunbook = /^(?!.*\b(?:an?|new|your|how)\b).*\b(?:run|play)book(?:\W*$|\s*[(:–—-])/i;

/**
 * Three sections of the template, or half of them where it has fewer than six; a timeline and one beside it are enough, and
 * of a runbook one less where the title has the word too, none where it is called so. A template of fields alone tells nothing.
 */
function hasEnoughSections({ alignment, template }: Candidate, title = ''): boolean {
  const isSaid = template.kind === 'runbook' && /\b(?:run|play)book\b/i.test(title);
  if (isSaid && calledRunbook.test(title)) return true;
  const wanted = alignment.matches.some(({ schema }) => schema.role === 'timeline') ? 2 : 3;
  const enough = Math.min(wanted, Math.ceil(template.sections.length / 2)) - (isSaid ? 1 : 0);
  return template.sections.length > 0 && sharedSections(alignment) >= Math.max(1, enough);
}

function hasHalfOfRequired({ matches, missing }: Alignment): boolean {
  const present = new Set(matches.filter(({ schema }) => schema.required).map(({ schema }) => schema)).size;
  return present >= missing.filter(({ required }) => required).length;
}

function sharedSections(alignment: Alignment): number {
  return new Set(alignment.matches.map(({ schema }) => schema)).size;
}
