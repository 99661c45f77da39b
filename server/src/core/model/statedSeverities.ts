import { slice } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import type { IncidentDocument } from './document.ts';
import { headerField } from './fields.ts';
import type { TimelineEntry } from './timeline/timeline.ts';
import { readSeverity } from './values/severity.ts';

/** A severity that a document states somewhere. */
export interface SeverityMention {
  /** `SEV-2` */
  readonly name: string;
  /** The words that state it. */
  readonly span: Span;
}

/** `SEV-2`, `sev 2`, `Severity 2`: what can be nothing but a severity in running words. */
const mention = /\b(?:sev(?:erity)?)[\s:-]*[0-9]\b/gi;
/** Words of an entry in which the severity is set or changed rather than talked of. */
const change =
  /\b(?:declar|rais|escalat|upgrad|downgrad|lower|chang|re-?classif|classif|set|bump|reduc|increas|severity|promot|demot)\w*\b/i;

/** The severity in the header's own field. */
export function headerSeverity({ fields }: IncidentDocument): SeverityMention | undefined {
  const field = headerField(fields, 'Severity');
  const stated = field && readSeverity(field.value.replace(/^[^\p{L}\p{N}]+/u, ''));
  return stated && { name: stated.name, span: field.valueSpan };
}

/** The severity in the title: `SEV-1: checkout is down`. */
export function titleSeverity({ title, text }: IncidentDocument): SeverityMention | undefined {
  return title && mentionsIn(text, title.subjectSpan).at(0);
}

/** The severities that the timeline's entries set or change, from the earliest on; of "from SEV-2 to SEV-1" the last. */
export function severityChanges({ timeline, text, each }: IncidentDocument): SeverityMention[] {
  if (!timeline) return [];
  const changing = each(changesSomething, timeline.entries);
  const entries = timeline.order === 'descending' ? changing.toReversed() : changing;
  return entries.flatMap(({ textSpan }) => mentionsIn(text, textSpan).slice(-1));
}

function changesSomething(entry: TimelineEntry): readonly TimelineEntry[] {
  return change.test(entry.text) ? [entry] : [];
}

function mentionsIn(text: string, within: Span): SeverityMention[] {
  return [...slice(text, within).matchAll(mention)].flatMap((match) => {
    const stated = readSeverity(match[0].replace(':', ' '));
    const start = within.start + match.index;
    return stated ? [{ name: stated.name, span: { start, end: start + match[0].length } }] : [];
  });
}
