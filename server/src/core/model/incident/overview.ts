import type { Severity } from '../../configuration/severities.ts';
import { wordsOf } from '../../parse/walk.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { IncidentDocument } from '../document.ts';
import { headerField } from '../fields.ts';
import { milestoneTime } from '../timeline/milestones.ts';
import { saysNothing } from '../values/absent.ts';
import { incidentSeverity, isOver } from './live.ts';
import { dayAt, entriesByTime, statedMoment } from './moments.ts';
import { rankOf, statusOrder } from './statuses.ts';

/** What an incident is now, as its document says it. Moments are in ms since 1970 UTC. */
export interface IncidentOverview {
  readonly title: string;
  /** Undefined where the document states none that the team has. */
  readonly severity: Severity | undefined;
  /** As the vocabulary writes it. */
  readonly status: string | undefined;
  readonly startedAt: number | undefined;
  /** Undefined while it goes on. */
  readonly endedAt: number | undefined;
  readonly nextUpdateAt: number | undefined;
  readonly services: readonly string[];
  /** Who is affected, and how many, in the document's own words. */
  readonly affected: string | undefined;
  /** The first paragraph of the summary, on one line. */
  readonly summary: string | undefined;
}

/** Reads what an incident is now; `now` is the day that a time without a date is near to. */
export function incidentOverview(
  document: IncidentDocument,
  severities: readonly Severity[],
  now: number,
): IncidentOverview {
  const { fields, timeline, title } = document;
  const momentOf = (label: string): number | undefined => {
    const field = headerField(fields, label);
    return field && statedMoment(document, field, dayAt(now))?.at;
  };
  const statuses = statusOrder(document);
  const entries = entriesByTime(document);
  const over = isOver(document);
  const ended = (timeline && milestoneTime(timeline, 'resolved')) ?? momentOf('Resolved') ?? entries.at(-1)?.at;
  return {
    title: title?.subject ?? '',
    severity: incidentSeverity(document, severities),
    status: statuses[rankOf(headerField(fields, 'Status')?.value ?? '', statuses)],
    startedAt: momentOf('Started') ?? entries[0]?.at,
    endedAt: over ? ended : undefined,
    nextUpdateAt: over ? undefined : momentOf('Next Update'),
    services: servicesOf(document),
    affected: affectedOf(document),
    summary: summaryOf(document),
  };
}

function servicesOf({ fields }: IncidentDocument): readonly string[] {
  const field = fields.find(({ label }) =>
    /^(?:services?|systems?|products?|components?)(?: (?:affected|impacted))?$|^(?:affected|impacted|faulty) (?:services?|systems?|products?|components?)$/.test(
      normalizeLabel(label),
    ),
  );
  if (!field || saysNothing(field.value)) return [];
  return field.value.split(/\s*[,;]\s*/).filter((name) => name !== '');
}

function affectedOf({ fields }: IncidentDocument): string | undefined {
  const found = fields.find(
    ({ label, value }) =>
      /\b(?:users?|external customers?|customers?)\b.*\b(?:affected|impact(?:ed)?)\b|\baffected (?:users?|customers?)\b/.test(
        normalizeLabel(label),
      ) && !saysNothing(value),
  );
  return found?.value;
}

function summaryOf({ alignment, placeholders }: IncidentDocument): string | undefined {
  const [section] = sectionsOfRole(alignment, 'summary');
  const first = section?.body.find((node) => node.type === 'paragraph');
  if (!section || !first) return undefined;
  const words = wordsOf(first).replace(/\s+/g, ' ').trim();
  const isBlank = placeholders.some(({ text }) => words === text) || saysNothing(words);
  return isBlank ? undefined : words;
}
