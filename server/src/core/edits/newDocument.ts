import type { IncidentDocument } from '../model/document.ts';
import { readDocument } from '../model/read.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline } from '../parse/outline.ts';
import type { Template } from '../schema/template.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import { slice } from '../text/slice.ts';
import { at, type Span } from '../text/span.ts';
import type { Workspace } from '../workspace.ts';
import { applyEdits } from './apply.ts';
import { labelValues } from './labelValues.ts';
import { setKindEdits } from './setKind.ts';

/** A document that somebody goes on writing. */
export interface NewDocument {
  readonly text: string;
  /** `2024-01-15-high-error-rate.md` */
  readonly fileName: string;
  /** The first thing to fill in; empty, at the end of the text, where there is none. */
  readonly place: Span;
}

/** What is known of a document before it is begun. */
export interface NewDocumentFacts {
  readonly title: string;
  readonly severity?: string | undefined;
  /** When it is written, in ms since 1970 UTC. */
  readonly at: number;
  /** The absolute path of the folder that it will stand in. */
  readonly folder: string;
}

/** Looks for nothing: the links of a draft are not asked after. */
const nowhere: Workspace = {
  root: undefined,
  exists: async () => true,
  read: async () => undefined,
  markdownFiles: async () => [],
};

/** A document from a template, with title, severity and today's date; everything else stays as the template has it. */
export async function newDocument(facts: NewDocumentFacts, template: Template): Promise<NewDocument> {
  const title = onOneLine(facts.title);
  const day = new Date(facts.at).toISOString().slice(0, 10);
  const time = `${day} ${new Date(facts.at).toISOString().slice(11, 16)} UTC`;
  const values: Readonly<Record<string, string | undefined>> = {
    title,
    severity: facts.severity,
    ...(template.kind === 'runbook' ? {} : { date: day }),
    ...(template.kind === 'incident' ? { started: time } : {}),
  };
  const body = labelValues(template.body, (label) => values[label] ?? values[typeOfLabel(label)]);
  const slug = slugOf(title, template.kind);
  const fileName = template.kind === 'runbook' ? `${slug}.md` : `${day}-${slug}.md`;
  const path = `${facts.folder}/${fileName}`;
  return finished(withTitle(body, template, title, day), path, template);
}

/** A text as a document that is known for what it is, and where a person goes on in it. */
export async function finished(text: string, path: string, template: Template): Promise<NewDocument> {
  const said = await saysItsKind(text, path, template);
  const whole = said ? text : applyEdits(text, setKindEdits(text, template.kind, template.name));
  const { placeholders } = await draftOf(whole, path, template);
  return {
    text: whole,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    place: placeholders[0]?.span ?? at(whole.length),
  };
}

/** A text as the document of a template that it is to become; times without a zone are in the one that is given, else UTC. */
export async function draftOf(
  text: string,
  path: string,
  template: Template,
  timezone?: string,
): Promise<IncidentDocument> {
  const choice = { ...choiceOf(template.kind, template), timezone };
  const document = await readDocument(path, text, [template], nowhere, choice);
  if (!document) throw new Error('A text that is said to be a document is none.');
  return document;
}

async function saysItsKind(text: string, path: string, template: Template): Promise<boolean> {
  const document = await readDocument(path, text, [template], nowhere, choiceOf(undefined, template));
  return document?.kind === template.kind;
}

function choiceOf(kind: Template['kind'] | undefined, { name }: Template) {
  const templates = { runbook: undefined, incident: undefined, postmortem: undefined };
  return { kind, template: kind && name, templates };
}

/** A template's text with a title in place of its own; a day that the title asks for is filled in too. */
export function withTitle(text: string, template: Template, title: string, day?: string): string {
  const heading = buildOutline(parseMarkdown(text), text).title;
  const line = `# ${template.title?.prefix ?? ''} ${title}`.replace(/ +/g, ' ');
  if (!heading) return `${line}\n\n${text}`;
  const within = titleWithin(slice(text, heading.textSpan), title, day);
  return applyEdits(text, [
    within === undefined ? { span: heading.span, text: line } : { span: heading.textSpan, text: within },
  ]);
}

const asked = /\[[^[\]]+\]|\{[^{}]+\}|<[^<>]+>/g;
const dayWords = /(?:YYYY|JJJJ)([-./])MM\1(?:DD|TT)/g;
/** A number that is still to be given: "RB-[nr]: [Alert]". */
const numbering = /^.(?:nr|no\.?|num(?:ber)?|id|n+|x+|#+|\d+).$/i;

/** A title's own words around the one that stands for what happened; undefined where there are several such, or none. */
function titleWithin(words: string, title: string, day: string | undefined): string | undefined {
  const dated = day === undefined ? words : words.replace(dayWords, day);
  const places = [...dated.matchAll(asked)].filter(
    ([whole]) => !numbering.test(whole) && !/\d{4}-\d\d-\d\d|YYYY|JJJJ/.test(whole),
  );
  const [place] = places;
  if (!place || places.length > 1) return undefined;
  return dated.slice(0, place.index) + title + dated.slice(place.index + place[0].length);
}

/** Words without line breaks, as a title or a field has them. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A title as a file name: `High error rate!` is `high-error-rate`; `without` for a title without letters. */
export function slugOf(title: string, without: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return slug === '' ? without : slug;
}
