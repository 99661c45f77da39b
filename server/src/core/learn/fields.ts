import type { LabelledValue } from '../parse/labels.ts';
import type { Section } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import type { FieldType } from '../schema/vocabulary.ts';
import { byFrequency, mostFrequent } from './frequency.ts';
import type { Specimen } from './specimen.ts';

/** A fact that documents state in the same place. */
export interface LearnedField {
  /** In the documents' own words. */
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly type: FieldType;
  readonly required: boolean;
  readonly style: LabelledValue['style'];
  /** How the label is written, up to the value: `- **Impact**: `. */
  readonly lead: string;
  /** The few words that its value always is; empty for a free one. */
  readonly values: readonly string[];
}

interface LabelUse {
  readonly names: Set<string>;
  readonly labels: { readonly specimen: Specimen; readonly label: LabelledValue }[];
}

const many = 0.25;
const most = 0.8;
/** So many of the documents that state anything have all that is required. */
const complete = 0.85;
/** Values are a choice where so many of them are among a few words. */
const nearlyAll = 0.95;

/**
 * The fields that documents share in their header, or in the sections that are given for each. Only the documents that are
 * `whole` so far count as having all that is required.
 */
export function learnFields(
  specimens: readonly Specimen[],
  sectionsOf: (specimen: Specimen) => readonly (Section | undefined)[],
  whole: readonly Specimen[] = specimens,
): readonly LearnedField[] {
  const least = Math.max(2, specimens.length * many);
  const uses = labelUses(specimens, sectionsOf).filter((use) => documentsOf(use).size >= least);
  const begun = specimens.filter((specimen) => uses.some((use) => documentsOf(use).has(specimen)));
  const required = requiredOf(uses, begun, new Set(whole));
  return inOrder(uses).map((use) => fieldOf(use, required.has(use)));
}

/** Labels of remarks, which are no fields: "Note: …". */
const callout =
  /^(?:n\.?b|notes?|warnings?|caution|important|tips?|hints?|danger|attention|examples?|todo|update|edit|see also|info)$/;

function labelUses(
  specimens: readonly Specimen[],
  sectionsOf: (specimen: Specimen) => readonly (Section | undefined)[],
): readonly LabelUse[] {
  const uses = new Map<string, LabelUse>();
  for (const specimen of specimens) {
    const sections = new Set(sectionsOf(specimen));
    const { timeline } = specimen;
    for (const label of specimen.labels) {
      const { start } = label.labelSpan;
      const inTimeline = timeline?.entries.some(({ span }) => span.start <= start && start < span.end);
      const name = singular(normalizeLabel(label.label));
      if (!sections.has(label.section) || inTimeline || !/^\p{L}/u.test(name) || callout.test(name)) continue;
      const use = uses.get(name) ?? { names: new Set([name]), labels: [] };
      uses.set(name, use);
      use.labels.push({ specimen, label });
    }
  }
  return [...uses.values()];
}

function singular(name: string): string {
  return name.replace(/(\w{3})s\b/g, '$1');
}

function documentsOf({ labels }: LabelUse): ReadonlySet<Specimen> {
  return new Set(labels.map(({ specimen }) => specimen));
}

function requiredOf(
  uses: readonly LabelUse[],
  begun: readonly Specimen[],
  wholeSoFar: ReadonlySet<Specimen>,
): ReadonlySet<LabelUse> {
  const required = new Set<LabelUse>();
  let whole = begun.filter((specimen) => wholeSoFar.has(specimen));
  for (const use of uses.toSorted((a, b) => documentsOf(b).size - documentsOf(a).size)) {
    const stated = new Set(use.labels.filter(({ label }) => label.value !== '').map(({ specimen }) => specimen));
    const left = whole.filter((specimen) => stated.has(specimen));
    if (stated.size < begun.length * most || left.length < begun.length * complete) continue;
    required.add(use);
    whole = left;
  }
  return required;
}

/** By how many of the others each precedes in most documents. */
function inOrder(uses: readonly LabelUse[]): readonly LabelUse[] {
  const places = new Map(
    uses.map((use) => [use, new Map(use.labels.map(({ specimen, label }) => [specimen, label.labelSpan.start]))]),
  );
  const precedes = (a: LabelUse, b: LabelUse): boolean => {
    const pairs = [...(places.get(a) ?? [])].flatMap(([specimen, place]) => {
      const other = places.get(b)?.get(specimen);
      return other === undefined ? [] : [place < other];
    });
    return pairs.filter(Boolean).length > pairs.length / 2;
  };
  const wins = new Map(uses.map((use) => [use, uses.filter((other) => other !== use && precedes(use, other)).length]));
  return uses.toSorted((a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0));
}

function fieldOf({ labels }: LabelUse, required: boolean): LearnedField {
  const written = labels.map(({ label }) => label.label.replace(/\s*:$/, ''));
  const label = mostFrequent(written) ?? '';
  const type = typeOfLabel(normalizeLabel(label));
  const others = written.filter((other) => normalizeLabel(other) !== normalizeLabel(label));
  return {
    label,
    synonyms: byFrequency(others).flatMap(([other, count]) => (count >= 2 ? [other] : [])),
    type,
    required,
    style: mostFrequent(labels.map((use) => use.label.style)) ?? 'bold-line',
    lead: leadOf(labels, label),
    values: type === 'severity' || type === 'status' ? choicesOf(labels.map((use) => use.label.value)) : [],
  };
}

function leadOf(labels: LabelUse['labels'], label: string): string {
  const leads = labels.map(({ specimen: { text }, label: { labelSpan, style } }) => {
    const bold = /(?:\*\*|__)$/.test(text.slice(0, labelSpan.start));
    const inside = /^\s*:\s*(?:\*\*|__)/.test(text.slice(labelSpan.end, labelSpan.end + 6));
    const words = bold ? (inside ? `**${label}:**` : `**${label}**:`) : `${label}:`;
    return style === 'bullet' ? `- ${words}` : words;
  });
  return mostFrequent(leads) ?? `**${label}:**`;
}

/** The values where they are a few words that come again and again. */
function choicesOf(values: readonly string[]): readonly string[] {
  const frequent = byFrequency(values.filter((value) => /^[\w -]{1,20}$/.test(value))).filter(
    ([, count]) => count >= 2,
  );
  const covered = frequent.reduce((sum, [, count]) => sum + count, 0);
  return frequent.length > 1 && frequent.length <= 6 && covered >= values.length * nearlyAll
    ? frequent.map(([value]) => value).toSorted()
    : [];
}
