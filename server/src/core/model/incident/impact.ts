import type { LowerBound } from '../../configuration/written/quantity.ts';
import type { Severity } from '../../configuration/severities.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { Span } from '../../text/span.ts';
import type { Field, IncidentDocument } from '../document.ts';
import { durationFields, measuredDuration } from '../durations.ts';
import { readQuantity } from '../values/quantity.ts';

/** A figure of the impact by which severities are told apart. */
export interface ImpactFact {
  readonly measure: 'users' | 'revenue';
  /** The share of users in percent, or the loss of revenue in an hour. */
  readonly amount: number;
  /** The figure in words: `30 % of users`, `$5.8K per hour`. */
  readonly words: string;
  readonly span: Span;
}

/** What the fields of a document say of the share of users affected, and of the revenue that an hour costs. */
export function impactFacts(document: IncidentDocument): ImpactFact[] {
  const minutes = durationFields(document)[0]?.stated.minutes ?? measuredDuration(document)?.minutes;
  return document
    .each(figuresIn, document.fields)
    .flatMap((figure) => ('measure' in figure ? [figure] : revenueLoss(figure, minutes)));
}

/** A loss of revenue as a field states it. */
interface StatedLoss {
  readonly value: number;
  readonly unit: string;
  readonly hourly: boolean;
  readonly span: Span;
}

function figuresIn(field: Field): readonly (ImpactFact | StatedLoss)[] {
  const label = normalizeLabel(field.label);
  return [...userShare(label, field), ...statedLoss(label, field)];
}

/** The gravest severity of which a figure fulfils a bound, and that figure; undefined where none does. */
export function severityByImpact(
  facts: readonly ImpactFact[],
  severities: readonly Severity[],
): { readonly severity: Severity; readonly fact: ImpactFact } | undefined {
  for (const severity of severities) {
    const fact = facts.find(({ measure, amount }) =>
      reaches(amount, measure === 'users' ? severity.users : severity.revenuePerHour),
    );
    if (fact) return { severity, fact };
  }
  return undefined;
}

function reaches(amount: number, bound: LowerBound | undefined): boolean {
  return bound !== undefined && (amount > bound.amount || (bound.inclusive && amount === bound.amount));
}

function userShare(label: string, { value, valueSpan }: Field): readonly ImpactFact[] {
  if (!/\b(?:users?|customers?)\b/.test(label)) return [];
  const shares = [...value.matchAll(/(?<![\d.,])(\d{1,3}(?:\.\d+)?) ?%/g)].map(([, share]) => Number(share));
  const [amount] = shares;
  // Of several shares it is not known which one counts.
  if (amount === undefined || shares.length > 1 || amount > 100) return [];
  return [{ measure: 'users', amount, words: `${amount} % of users`, span: valueSpan }];
}

function statedLoss(label: string, { value, valueSpan }: Field): readonly StatedLoss[] {
  const quantity = /\b(?:revenue|loss)\b/.test(label) ? readQuantity(value) : undefined;
  if (!quantity || !/^[$€£]$/.test(quantity.unit)) return [];
  const hourly = /(?:\/|\bper\b|\ban?\b|\beach\b) ?h(?:ou)?r?\b|\bhourly\b/i.test(value);
  return [{ value: quantity.value, unit: quantity.unit, hourly, span: valueSpan }];
}

function revenueLoss({ value, unit, hourly, span }: StatedLoss, minutes: number | undefined): readonly ImpactFact[] {
  const hours = hourly ? 1 : (minutes ?? 0) / 60;
  if (hours <= 0) return [];
  const amount = value / hours;
  return [{ measure: 'revenue', amount, words: `${unit}${inThousands(amount)} per hour`, span }];
}

/** 5806 as `5.8K` */
function inThousands(amount: number): string {
  return amount >= 1000 ? `${digits(amount / 1000)}K` : digits(amount);
}

function digits(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
