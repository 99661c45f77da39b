import { frontMatterText, readFrontMatter, type FrontMatter } from '../parse/frontMatter.ts';
import { readLabels } from '../parse/labels.ts';
import { createMemory, type Memory } from '../parse/memory.ts';
import { buildOutline, type Outline, type Section } from '../parse/outline.ts';
import { boldHeadings } from '../parse/standIns.ts';
import type { Alignment } from '../schema/align.ts';
import { classify, type TeamChoice } from '../schema/classify.ts';
import { mayBeDocument } from '../schema/kindSigns.ts';
import { namesOfSections } from '../schema/sectionNames.ts';
import type { Template } from '../schema/template.ts';
import type { Span } from '../text/span.ts';
import type { Workspace } from '../workspace.ts';
import { readActionItems } from './actionItems.ts';
import type { Field, IncidentDocument, Title } from './document.ts';
import { headerField, readFields } from './fields.ts';
import { linksOf } from './links.ts';
import { gatherNodes } from './nodes.ts';
import { readPlaceholders } from './placeholders.ts';
import { readProse } from './prose.ts';
import { resolveLinks } from './resolveLinks.ts';
import { readDeclarations } from './steps/declared.ts';
import { readShownCode, readSteps } from './steps/read.ts';
import { readDocumentTimeline } from './timeline/document.ts';
import { readStatus } from './values/status.ts';

/**
 * Reads a text as a document of one of the kinds; undefined for Markdown that is none. Links are looked up in the
 * workspace; everything else comes from the text, and from what the team has settled of it.
 */
export async function readDocument(
  path: string,
  text: string,
  templates: readonly Template[],
  workspace: Workspace,
  choice: TeamChoice,
  memory: Memory = createMemory(),
): Promise<IncidentDocument | undefined> {
  if (!mayBeDocument(path, text, choice)) return undefined;
  const { recall } = memory;
  const { tree } = memory.markdown(text);
  const standIns = boldHeadings(recall(namesOfSections, templates), memory);
  const outline = buildOutline(tree, text, memory.split, standIns);
  const frontMatter = readFrontMatter(outline, memory.latest);
  const source = { text, recall, each: memory.each, latest: memory.latest };
  const labels = readLabels(outline, source);
  const classification = classify(path, outline, frontMatter, templates, choice, memory, labels);
  if (!classification) return undefined;

  const { kind, template, alignment, likeness } = classification;
  const lines = memory.lines(text);
  const fields = readFields({ outline, frontMatter, labels, template, alignment, ...source });
  const declarations = readDeclarations(outline, frontMatter, source);
  const title = outline.title && readTitle(outline, template);
  const inRole = (role: string) =>
    alignment.matches.filter(({ schema }) => schema.role === role).map(({ section }) => section);
  return {
    kind,
    path,
    text,
    lines,
    outline,
    frontMatter,
    template,
    alignment,
    likeness,
    title,
    fields,
    timeline: readDocumentTimeline({
      kind,
      path,
      text,
      outline,
      fields,
      title: title?.subject ?? frontMatterText(frontMatter, 'title'),
      sections: inRole('timeline'),
      defaultZone: choice.timezone,
      knowledge: memory,
    }),
    actionItems: readActionItems(inRole('actions'), outline, source, notActions(alignment)),
    declarations,
    steps: readSteps(outline, source, declarations),
    shownCode: readShownCode(outline, source),
    prose: readProse(outline, source),
    placeholders: readPlaceholders(writtenValues(frontMatter), outline.parts, source, template),
    stage: stageOf(fields),
    recall,
    each: memory.each,
    latest: memory.latest,
    // Last, for it waits: meanwhile a later version may be read.
    links: await resolveLinks(
      linksOf(outline.parts, source),
      path,
      () => gatherNodes(tree, recall),
      workspace,
      memory.each,
    ),
  };
}

/** Where the front matter has words of people's; a list such as `[api, latency]` only looks like a placeholder. */
function writtenValues({ entries }: FrontMatter): Span[] {
  return entries.flatMap(({ value, valueSpan }) => (typeof value === 'string' ? [valueSpan] : []));
}

/** The sections that are something else than actions, however deep they stand. */
function notActions({ matches }: Alignment): ReadonlySet<Section> {
  return new Set(matches.flatMap(({ schema, section }) => (schema.role.startsWith('actions') ? [] : [section])));
}

function readTitle({ title }: Outline, template: Template): Title | undefined {
  if (!title) return undefined;
  const prefix = template.title?.prefix ?? '';
  const words = title.text.toLowerCase().startsWith(prefix.toLowerCase())
    ? title.text.slice(prefix.length)
    : title.text;
  const colon = /^\s*(?:runbook|incident|post[- ]?mortem)\s*:\s*/i.exec(words)?.[0] ?? '';
  const subject = words.slice(colon.length).trim();
  return {
    span: title.span,
    subject,
    subjectSpan: {
      start: Math.max(title.textSpan.start, title.textSpan.end - subject.length),
      end: title.textSpan.end,
    },
  };
}

function stageOf(fields: readonly Field[]): IncidentDocument['stage'] {
  const status = readStatus(headerField(fields, 'Status')?.value ?? '');
  if (!status) return 'unstated';
  return status.final ? 'final' : 'draft';
}
