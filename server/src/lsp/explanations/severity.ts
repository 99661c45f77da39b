import type { Severity } from '../../core/configuration/severities.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { impactFacts, severityByImpact } from '../../core/model/incident/impact.ts';
import { formatDuration } from '../../core/model/values/duration.ts';

/** What a severity demands, when it holds, and which severity the figures of the document are, as Markdown. */
export function explainSeverity(
  document: IncidentDocument,
  { name, title, criteria, respondWithin, updateEvery, notify, roles }: Severity,
  severities: readonly Severity[],
): string {
  const judged = severityByImpact(impactFacts(document), severities);
  const respond =
    respondWithin === undefined ? 'next business day' : respondWithin === 0 ? 'at once' : formatDuration(respondWithin);
  const demands = [
    `respond ${respondWithin ? `within ${respond}` : respond}`,
    `update every ${formatDuration(updateEvery)}`,
    ...(notify.length > 0 ? [`tell ${notify.map((audience) => audiences[audience]).join(', ')}`] : []),
    ...(roles.length > 0 ? [`name ${roles.join(', ')}`] : []),
  ];
  return [
    `**${name}, ${title}**, when one of these holds:\n\n${criteria.map((criterion) => `- ${criterion}`).join('\n')}`,
    `It demands: ${demands.join('; ')}.`,
    ...(judged ? [`By the figures here: ${judged.fact.words} is ${judged.severity.name}.`] : []),
  ].join('\n\n');
}

const audiences: Readonly<Record<Severity['notify'][number], string>> = {
  channel: 'the incident channel',
  statusPage: 'the status page',
  executives: 'the executives',
};
