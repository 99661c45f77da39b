import type { ActionDetail, Field, IncidentDocument } from '../core/model/document.ts';
import { withoutOpenMark } from '../core/model/timeline/openMark.ts';
import type { Timeline } from '../core/model/timeline/timeline.ts';
import { frontMatterText } from '../core/parse/frontMatter.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { slice } from '../core/text/slice.ts';
import { rangeOf } from './formats/range.ts';

/** The model of a document as data; of a Markdown file that is none of our documents nothing but its path. */
export function inspectionOf(shown: string, document: IncidentDocument | undefined) {
  const head = { path: shown, kind: document?.kind ?? null, template: document?.template.name ?? null };
  if (!document) return { ...head, title: null, fields: {}, timeline: [], actionItems: [], steps: [], links: [] };
  const { lines } = document;
  return {
    ...head,
    title: document.title?.subject ?? frontMatterText(document.frontMatter, 'title') ?? null,
    fields: fieldsOf(document),
    timeline: document.timeline ? timelineOf(document.timeline, document.text, lines) : [],
    actionItems: document.actionItems.map(({ text, owner, due, status, span }) => ({
      text,
      owner: statedBy(owner),
      due: statedBy(due),
      status: statedBy(status),
      range: rangeOf(lines, span),
    })),
    steps: document.steps.map(({ id, title, language, command, parameters, span }) => ({
      id,
      title,
      language,
      command,
      parameters: parameters.map(({ name }) => name),
      range: rangeOf(lines, span),
    })),
    links: document.links.map(({ target, resolves, span }) => ({
      target,
      resolves: resolves ?? null,
      range: rangeOf(lines, span),
    })),
  };
}

/**
 * The fields by their labels, as the template writes them where it has them. A second field of a label goes by its section
 * too (`Impact Duration`), and one that has no section, or shares it, by a number.
 */
function fieldsOf(document: IncidentDocument) {
  const named = new Map<string, { readonly value: string; readonly range: ReturnType<typeof rangeOf> }>();
  for (const field of document.fields) {
    const label = field.schema?.label ?? field.label;
    const full = [sectionName(field, document), label].filter((part) => part !== undefined).join(' ');
    let name = named.has(label) ? full : label;
    for (let number = 2; named.has(name); number++) name = `${full} ${number}`;
    named.set(name, { value: field.value, range: rangeOf(document.lines, field.valueSpan) });
  }
  return Object.fromEntries(named);
}

/** The heading of a field's section, as the template writes it where it has the section. */
function sectionName({ section }: Field, { alignment }: IncidentDocument): string | undefined {
  return alignment.matches.find((match) => match.section === section)?.schema.heading ?? section?.heading.text;
}

/** The entries and what could not be read as one, in document order. */
function timelineOf({ entries, unread }: Timeline, text: string, lines: LineIndex) {
  const read = entries.map((entry) => ({
    start: entry.span.start,
    at: entry.at === undefined ? null : new Date(entry.at).toISOString().replace('.000Z', 'Z'),
    ...(entry.at === undefined ? { reason: entry.unknown ?? '' } : {}),
    text: withoutOpenMark(entry.text),
    ...(entry.milestone === undefined ? {} : { milestone: entry.milestone }),
    range: rangeOf(lines, entry.span),
  }));
  const others = unread.map(({ span, reason }) => ({
    start: span.start,
    at: null,
    reason,
    text: slice(text, span),
    range: rangeOf(lines, span),
  }));
  return [...read, ...others].toSorted((a, b) => a.start - b.start).map(({ start: _start, ...entry }) => entry);
}

/** What a detail says; null where there is none, or nothing stands in its place. */
function statedBy(detail: ActionDetail | undefined): string | null {
  return detail?.value || null;
}
