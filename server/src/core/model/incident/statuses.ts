import { incidentStatuses } from '../../configuration/severities.ts';
import type { Span } from '../../text/span.ts';
import type { IncidentDocument } from '../document.ts';
import { headerField } from '../fields.ts';
import { latestStatus } from '../values/status.ts';
import { entriesInOrder } from './moments.ts';

/** An entry that sets the incident's status. */
export interface StatusChange {
  /** As the vocabulary writes it. */
  readonly name: string;
  /** Its place in the order of the statuses. */
  readonly rank: number;
  /** The words of the entry. */
  readonly text: string;
  readonly textSpan: Span;
}

/** The statuses of a live incident in their order: those of the template's field, else the usual ones. */
export function statusOrder({ fields }: IncidentDocument): readonly string[] {
  const values = headerField(fields, 'Status')?.schema?.values ?? [];
  return values.length > 0 ? values : incidentStatuses;
}

/** Where a status stands in an order by its first words, in any case; -1 for one that is not in it. */
export function rankOf(status: string, order: readonly string[]): number {
  const words = latestStatus(status).toLowerCase();
  return order.findIndex((name) => words.startsWith(name.toLowerCase()));
}

/** The statuses that the timeline's entries set, the oldest first; of "from Identified to Monitoring" the last. */
export function statusChanges(document: IncidentDocument): StatusChange[] {
  const order = statusOrder(document);
  const word = `(${order.map((name) => name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')).join('|')})`;
  const patterns = [
    new RegExp(`\\bstatus\\b(?! page)[^.\\n]{0,40}?\\b${word}\\b(?:\\W{1,4}(?:to\\W{1,3})?${word}\\b)?`, 'i'),
    new RegExp(`^\\W*${word}\\b[*_\`]*\\s*(?:[:–—]|- )`, 'i'),
    new RegExp(`\\b(?:back|moved?|moving|returned) (?:in)?to \\W*${word}\\b`, 'i'),
  ];
  return entriesInOrder(document).flatMap(({ text, textSpan }) => {
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    const rank = rankOf(match?.[2] ?? match?.[1] ?? '-', order);
    const name = order[rank];
    return name === undefined ? [] : [{ name, rank, text, textSpan }];
  });
}
