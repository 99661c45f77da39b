import type { Severity } from '../configuration/severities.ts';
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
  readonly services: readonly string[];
  readonly commander: string | undefined;
  readonly trigger: string | undefined;
  /** When it was declared, in ms since 1970 UTC. */
  readonly at: number;
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
 * update due by the severity's cadence, the caret at the start of the summary.
 */
export function newIncident(facts: IncidentFacts, template: Template, severities: readonly Severity[]): NewIncident {
  const title = onOneLine(facts.title);
  const when = new Date(facts.at).toISOString();
  const day = when.slice(0, 10);
  const time = when.slice(11, 16);
  const cadence = severities.find(({ name }) => name === facts.severity)?.updateEvery;
  const nextUpdate = cadence === undefined ? undefined : new Date(facts.at + cadence * 60_000).toISOString();
  const commander = facts.commander?.trim() || undefined;
  const values = new Map<string, string | undefined>([
    ['severity', facts.severity],
    ['status', 'Investigating'],
    ['started', `${day} ${time} UTC`],
    ['date', day],
    ['trigger', facts.trigger],
    ['services affected', facts.services.length > 0 ? facts.services.join(', ') : undefined],
    ['next update', nextUpdate && `${nextUpdate.slice(0, 10)} ${nextUpdate.slice(11, 16)} UTC`],
    ['incident commander', commander],
  ]);
  const entries = [
    ...(facts.trigger ? [`- **${time}** - Detected: ${facts.trigger.toLowerCase()}`] : []),
    `- **${time}** - Incident declared ${facts.severity}: ${title}`,
    // The declarer commands, and holds every role that nobody else has taken (S4).
    ...(commander ? [`- **${time}** - ${commander} is incident commander`] : []),
  ].join('\n');

  const filled = fillTimeline(
    withTitle(
      labelValues(template.body, (label) => values.get(label)),
      template,
      title,
    ),
    entries,
  );
  return { ...openSummary(filled), fileName: `${day}-${slugOf(title, 'incident')}.md` };
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
