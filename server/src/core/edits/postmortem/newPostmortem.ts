import type { Environment } from '../../environment.ts';
import type { IncidentDocument } from '../../model/document.ts';
import { durationFields, measuredDuration } from '../../model/durations.ts';
import { headerField } from '../../model/fields.ts';
import { kindsOfPath } from '../../schema/kindSigns.ts';
import { formatDuration } from '../../model/values/duration.ts';
import { parseMarkdown } from '../../parse/markdown.ts';
import { buildOutline } from '../../parse/outline.ts';
import { readLabels } from '../../parse/labels.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { FieldSchema, Template } from '../../schema/template.ts';
import { fileNameOf, joinPath } from '../../text/path.ts';
import { slice, trimmed } from '../../text/slice.ts';
import { applyEdits } from '../apply.ts';
import { insertFieldBeside, insertFirstField } from '../insertField.ts';
import { labelValues } from '../labelValues.ts';
import { draftOf, finished, onOneLine, slugOf, withTitle, type NewDocument } from '../newDocument.ts';
import { withActions } from './actions.ts';
import { addressFrom, definitionsFor, linkTo } from './carried.ts';
import { carriedFacts, factFor, linksInWords, peopleWords, type CarriedFacts, type PostmortemLinks } from './facts.ts';
import { withTimeline, type Sheet } from './timeline.ts';
import { anew } from '../../text/knowledge.ts';

/** What a postmortem is to be written from. */
export interface PostmortemWish {
  readonly incident: IncidentDocument;
  /** The incident's own title where none is given. */
  readonly title: string | undefined;
  /** The absolute path of the folder that the postmortem will stand in. */
  readonly folder: string;
}

/**
 * The postmortem of an incident, from a template: fields, duration, timeline, roles, runbooks, what is known of cause and
 * resolution, and the post-incident actions are carried over; a link leads to the incident document.
 */
export async function newPostmortem(
  { incident, title, folder }: PostmortemWish,
  template: Template,
  { configuration, workspace, now }: Pick<Environment, 'configuration' | 'workspace' | 'now'>,
): Promise<NewDocument> {
  const facts = carriedFacts(incident, configuration, now, folder);
  const subject = onOneLine(title ?? '') || facts.title || 'Incident';
  const day = facts.day ?? new Date(now).toISOString().slice(0, 10);
  const path = `${folder}/${day}-${slugOf(subject, 'postmortem')}.md`;
  const links: PostmortemLinks = {
    incident: incident.path.includes('/')
      ? linkTo(facts.title || fileNameOf(incident.path), addressFrom(folder, incident.path))
      : undefined,
    runbooks: linksInWords(await runbooksOf(incident, workspace, folder)),
  };

  const body = withSeverityInLabels(template.body, facts.severity);
  const labelled = labelValues(body, (label) => factFor(label, facts, links));
  let sheet: Sheet = { text: withTitle(labelled, template, subject), path, folder, template };
  const next = (text: string): void => {
    sheet = { ...sheet, text };
  };
  next(await withHeaderLines(sheet, facts, links));
  next(await withStatus(sheet));
  next(await withSections(sheet, facts));
  next(await withTimeline(sheet, incident));
  next(await withActions(sheet, incident));
  next(await withDuration(sheet));
  const definitions = definitionsFor(sheet.text, incident, folder);
  if (definitions.length > 0) next(`${sheet.text.trimEnd()}\n\n${definitions.join('\n')}\n`);
  return finished(sheet.text, path, template);
}

/** `Time in SEV-1` of a template as `Time in SEV-2`. */
function withSeverityInLabels(body: string, severity: string | undefined): string {
  if (severity === undefined) return body;
  const labels = readLabels(buildOutline(parseMarkdown(body), body), { text: body, ...anew });
  const edits = labels.flatMap(({ label, labelSpan }) => {
    const found = /(?<=\btime in )SEV-\d/i.exec(label);
    const start = labelSpan.start + (found?.index ?? 0);
    return found ? [{ span: { start, end: start + found[0].length }, text: severity }] : [];
  });
  return applyEdits(body, edits);
}

/** A runbook that was at hand: what the incident document links to and is one by its place or its title. */
async function runbooksOf(
  incident: IncidentDocument,
  workspace: Environment['workspace'],
  folder: string,
): Promise<readonly { readonly title: string; readonly address: string }[]> {
  const found = new Map<string, { title: string; address: string }>();
  for (const { lookedFor, resolves } of incident.links) {
    if (lookedFor === undefined || resolves !== true || !/\.(?:md|markdown)$/i.test(lookedFor)) continue;
    const path =
      workspace.root === undefined || lookedFor.startsWith('/') ? lookedFor : joinPath(workspace.root, lookedFor);
    if (found.has(path)) continue;
    const text = (await workspace.read(path)) ?? '';
    const title = buildOutline(parseMarkdown(text), text).title?.text ?? '';
    const isRunbook = /^\W*runbook\s*:/i.test(title) || kindsOfPath(path)[0] === 'runbook';
    if (!isRunbook) continue;
    const name = title.replace(/^\W*runbook\s*:\s*/i, '') || fileNameOf(path);
    found.set(path, { title: name, address: addressFrom(folder, path) });
  }
  return [...found.values()];
}

/** The header with the incident document, who responded and which runbooks were used, where the template has no place for them. */
async function withHeaderLines(
  { text, path, template }: Sheet,
  facts: CarriedFacts,
  links: PostmortemLinks,
): Promise<string> {
  const draft = await draftOf(text, path, template);
  const has = (pattern: RegExp): boolean => draft.fields.some(({ label }) => pattern.test(normalizeLabel(label)));
  const takesPeople = responderSection(draft) !== undefined;
  const lines = [
    ['Incident', has(/^(?:live )?incident(?: document| doc)?$/) ? undefined : links.incident],
    ['Responders', takesPeople || has(/^responders?$|^participants?$/) ? undefined : peopleWords(facts.roles)],
    ['Runbooks Used', has(/^runbooks?(?: used)?$/) ? undefined : links.runbooks],
    ['Root Cause', sectionsOfRole(draft.alignment, 'cause').length > 0 ? undefined : onOneLine(facts.cause ?? '')],
    ['Resolution', resolutionSection(draft) ? undefined : onOneLine(facts.resolution ?? '')],
  ] as const;
  let written = text;
  for (const [label, value] of lines) {
    if (value === undefined || value === '') continue;
    const document = await draftOf(written, path, template);
    const neighbour = document.fields.findLast(
      ({ section, style }) => section === undefined && style !== 'front-matter' && style !== 'section',
    );
    const schema: FieldSchema = {
      label,
      synonyms: [],
      type: 'text',
      required: false,
      values: [],
      style: 'bold-line',
      placeholder: value,
    };
    const edit = neighbour
      ? insertFieldBeside(document, schema, { neighbour, side: 'after' })
      : insertFirstField(document, schema, undefined);
    if (edit) written = applyEdits(written, [edit]);
  }
  return written;
}

/** A status that the template leaves open is that of a draft. */
async function withStatus({ text, path, template }: Sheet): Promise<string> {
  const { fields, placeholders } = await draftOf(text, path, template);
  const status = headerField(fields, 'Status');
  const isOpen = status && (status.value === '' || placeholders.some(({ text: words }) => words === status.value));
  if (!status || !isOpen) return text;
  const values = status.schema?.values ?? [];
  const draft = values.find((value) => /draft/i.test(value)) ?? values[0] ?? 'Draft';
  return labelValues(text, (label) => (label === normalizeLabel(status.label) ? draft : undefined));
}

/** Where a template tells how it ended; Atlassian's has a recovery. */
function resolutionSection({ alignment }: IncidentDocument) {
  return ['resolution', 'recovery'].flatMap((role) => sectionsOfRole(alignment, role))[0];
}

function responderSection({ alignment }: IncidentDocument) {
  return ['responders', 'stakeholders', 'roles'].flatMap((role) => sectionsOfRole(alignment, role))[0];
}

/** The sections that the incident document can fill, in place of the template's words. */
async function withSections({ text, path, template }: Sheet, facts: CarriedFacts): Promise<string> {
  const draft = await draftOf(text, path, template);
  const people = facts.roles.map(({ role, holder }) => `- ${role}: ${holder}`).join('\n');
  const impact = [
    ['Users Affected', facts.users],
    ['Duration', facts.duration],
    ['Revenue Impact', facts.revenue],
    ['Services Affected', facts.services],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`- **${label}:** ${value}`]));
  const [cause] = sectionsOfRole(draft.alignment, 'cause');
  const resolution = resolutionSection(draft);
  const [affected] = sectionsOfRole(draft.alignment, 'impact');
  const hasFields = draft.fields.some(({ section }) => section !== undefined && section === affected);
  const filled = [
    [sectionsOfRole(draft.alignment, 'summary')[0], facts.summary],
    [cause, facts.cause],
    [resolution, facts.resolution],
    [hasFields ? undefined : affected, impact.length > 0 ? impact.join('\n') : undefined],
    [responderSection(draft), people === '' ? undefined : people],
  ] as const;
  const edits = filled.flatMap(([section, words]) => {
    if (!section || words === undefined) return [];
    const span = trimmed(text, section.bodySpan);
    const isOpen = draft.placeholders.some(({ span: open }) => span.start <= open.start && open.end <= span.end);
    return span.start < span.end && !isOpen ? [] : [{ span, text: span.start < span.end ? words : `\n\n${words}\n` }];
  });
  return applyEdits(
    text,
    edits.toSorted((a, b) => a.span.start - b.span.start),
  );
}

/** The stated lengths agree with the timeline as it stands now. */
async function withDuration({ text, path, template }: Sheet): Promise<string> {
  const draft = await draftOf(text, path, template);
  const measured = measuredDuration(draft);
  if (!measured) return text;
  const words = formatDuration(measured.minutes);
  const edits = durationFields(draft).flatMap(({ field }) =>
    slice(text, field.valueSpan) === words ? [] : [{ span: field.valueSpan, text: words }],
  );
  return applyEdits(text, edits);
}
