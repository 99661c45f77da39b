import type { Severity } from '../configuration/severities.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { readDocumentTimeline } from '../model/timeline/document.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import { zoneOfTimes } from '../model/timeline/timeline.ts';
import { readLabels } from '../parse/labels.ts';
import { anew } from '../text/knowledge.ts';
import type { NewEntry } from './entryDraft.ts';
import { labelValues } from './labelValues.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { Template } from '../schema/template.ts';
import { trimmed } from '../text/slice.ts';
import { applyEdits } from './apply.ts';
import { onOneLine, slugOf, withTitle } from './newDocument.ts';

/** What is known of an incident when its document is begun. */
export interface IncidentFacts {
  readonly title: string;
  readonly severity: string;
  /** Why it is of this severity, in Markdown. */
  readonly reason?: string | undefined;
  readonly services: readonly string[];
  readonly commander: string | undefined;
  readonly trigger: string | undefined;
  /** When it was declared, in ms since 1970 UTC. */
  readonly at: number;
  /** When it began, as far as an alert says; else when it was declared. */
  readonly startedAt?: number | undefined;
  /** What happened before, in Markdown: the alert that made it known. */
  readonly events?: readonly NewEntry[];
  /** Who works on the system: whoever is on call. */
  readonly operationsLead?: string | undefined;
  /** The runbooks for what is wrong, as links in Markdown. */
  readonly runbooks?: readonly string[];
  /** What is to be checked off in the first minutes, where the team has its own list. */
  readonly checklist?: readonly ChecklistPhase[];
  /** Tells the alert's later events from those of others. */
  readonly alertKey?: string | undefined;
}

/** A part of the response, and what is to be done in it. */
export interface ChecklistPhase {
  readonly title: string;
  readonly items: readonly string[];
}

/** A new live incident document. */
export interface NewIncident {
  readonly text: string;
  /** `2024-01-15-high-error-rate.md` */
  readonly fileName: string;
  /** Where a person goes on writing, as an offset into the text. */
  readonly caret: number;
}

/**
 * A live incident document from a template: title and known fields filled in, the first timeline entries written, the next
 * update due by the severity's cadence, the caret at the start of the summary. `timezone` is the team's.
 */
export function newIncident(
  facts: IncidentFacts,
  template: Template,
  severities: readonly Severity[],
  timezone = 'UTC',
): NewIncident {
  const title = onOneLine(facts.title);
  const when = new Date(facts.at).toISOString();
  const day = when.slice(0, 10);
  const cadence = severities.find(({ name }) => name === facts.severity)?.updateEvery;
  const nextUpdate = cadence === undefined ? undefined : inWords(facts.at + cadence * 60_000);
  const commander = facts.commander?.trim() || undefined;
  const values = new Map<string, string | undefined>([
    ['severity', facts.severity],
    ['status', 'Investigating'],
    ['started', inWords(facts.startedAt ?? facts.at)],
    ['date', day],
    ['trigger', facts.trigger],
    ['services affected', facts.services.length > 0 ? facts.services.join(', ') : undefined],
    ['next update', nextUpdate],
    ['incident commander', commander],
    ['operations lead', facts.operationsLead],
  ]);
  const known = facts.events ?? [];
  const said: readonly NewEntry[] = [
    ...known,
    ...(facts.trigger && known.length === 0
      ? [{ at: facts.at, text: `Detected: ${facts.trigger.toLowerCase()}` }]
      : []),
    { at: facts.at, text: `Incident declared ${facts.severity}: ${title}${inParentheses(facts.reason)}` },
    // The declarer commands, and holds every role that nobody else has taken (S4).
    ...(commander ? [{ at: facts.at, text: `${commander} is incident commander` }] : []),
  ];
  const written = withTitle(
    labelValues(template.body, (label) => values.get(label)),
    template,
    title,
  );
  const timeline = entriesOf(said, zoneOfTimeline(fillTimeline(written, entriesOf(said, 'UTC')), timezone));
  const filled = fillRunbooks(fillChecklist(fillTimeline(written, timeline), facts.checklist), facts.runbooks);
  const { text, caret } = openSummary(filled);
  const head = facts.alertKey === undefined ? '' : `---\nalertKey: ${JSON.stringify(facts.alertKey)}\n---\n\n`;
  return { text: head + text, caret: head.length + caret, fileName: `${day}-${slugOf(title, 'incident')}.md` };
}

function inParentheses(reason: string | undefined): string {
  const words = onOneLine(reason ?? '').replace(/\.$/, '');
  return words === '' ? '' : ` (${words})`;
}

/** The zone in which the times of a text's timeline will be read. */
function zoneOfTimeline(text: string, defaultZone: string): string {
  const outline = buildOutline(parseMarkdown(text), text);
  const fields = readLabels(outline, { text, ...anew }).map((label) => ({ ...label, schema: undefined, name: '' }));
  const source = { kind: 'incident' as const, path: '', title: undefined, text, outline, fields, sections: [] };
  return zoneOfTimes(readDocumentTimeline({ ...source, defaultZone }));
}

/** The entries by time, on the clock of a zone; once they are not all of one day, each says its own. */
function entriesOf(said: readonly NewEntry[], zone: string): string {
  const sorted = said.toSorted((a, b) => a.at - b.at);
  const stamps = sorted.map(({ at }) => {
    const wall = wallClockAt(at, zone);
    return wall ? `${isoDate(wall.date)} ${two(wall.time.hour)}:${two(wall.time.minute)}` : inWords(at).slice(0, 16);
  });
  const isOneDay = new Set(stamps.map((stamp) => stamp.slice(0, 10))).size === 1;
  return sorted.map(({ text }, index) => `- **${stamps[index]?.slice(isOneDay ? 11 : 0) ?? ''}** - ${text}`).join('\n');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2024-01-15 14:23 UTC` */
function inWords(at: number): string {
  const when = new Date(at).toISOString();
  return `${when.slice(0, 10)} ${when.slice(11, 16)} UTC`;
}

function fillChecklist(text: string, phases: readonly ChecklistPhase[] | undefined): string {
  const section = sectionOfRole(text, 'response checklist');
  if (!section || phases === undefined || phases.length === 0) return text;
  const lists = phases.map(({ title, items }) => `**${title}**\n\n${items.map((item) => `- [ ] ${item}`).join('\n')}`);
  return applyEdits(text, [{ span: trimmed(text, section.bodySpan), text: lists.join('\n\n') }]);
}

/** Whoever reads the state of the systems needs the runbooks next. */
function fillRunbooks(text: string, runbooks: readonly string[] = []): string {
  const section = sectionOfRole(text, 'detailed status report');
  if (!section || runbooks.length === 0) return text;
  const { start } = trimmed(text, section.bodySpan);
  const line = `${runbooks.length === 1 ? 'Runbook' : 'Runbooks'}: ${runbooks.join(', ')}`;
  return applyEdits(text, [{ span: { start, end: start }, text: `${line}\n\n` }]);
}

function fillTimeline(text: string, entries: string): string {
  const section = sectionOfRole(text, 'timeline');
  if (!section) return text;
  return applyEdits(text, [{ span: trimmed(text, section.bodySpan), text: entries }]);
}

/** Empties the summary and puts the caret there: what is typed next must not stand before template words. */
function openSummary(text: string): { text: string; caret: number } {
  const section = sectionOfRole(text, 'summary');
  if (!section) return { text, caret: text.length };
  const words = trimmed(text, section.bodySpan);
  return { text: applyEdits(text, [{ span: words, text: '' }]), caret: words.start };
}

function sectionOfRole(text: string, role: string) {
  const outline = buildOutline(parseMarkdown(text), text);
  return outline.allSections.find(({ heading }) => normalizeLabel(heading.text) === role);
}
