import type { LabelledValue } from '../parse/labels.ts';
import type { Outline } from '../parse/outline.ts';
import type { Knowledge } from '../text/knowledge.ts';
import type { Recall } from '../text/recall.ts';
import { align, type Alignment } from './align.ts';
import { normalizeLabel } from './label.ts';
import type { Template } from './template.ts';
import type { DocumentKind } from './vocabulary.ts';

/** A template with the document's sections beside it. */
export interface Candidate {
  readonly kind: DocumentKind;
  readonly template: Template;
  readonly alignment: Alignment;
}

/** What tells templates apart: a document's sections, and the labels of its header, in normalized form. */
export interface Likening extends Knowledge {
  readonly outline: Outline;
  readonly told: ReadonlySet<string>;
}

/** How well a template suits a document, 0 to 1. */
type Score = (alignment: Alignment, told: ReadonlySet<string>) => number;

/** The templates of some kinds: those that the document names, else for each kind the one that the team has settled, else all. */
export function eligibleTemplates(
  kinds: readonly DocumentKind[],
  templates: readonly Template[],
  own: string | undefined,
  settled: (kind: DocumentKind) => string | undefined,
): readonly Template[] {
  const first = (kind: DocumentKind, name: string | undefined) =>
    templates.find((template) => template.kind === kind && template.name === name);
  const named = kinds.flatMap((kind) => first(kind, own) ?? []);
  if (named.length > 0) return named;
  return kinds.flatMap((kind) => first(kind, settled(kind)) ?? templates.filter((template) => template.kind === kind));
}

/** The template with the highest score; the earlier one of equals. */
export function best(templates: readonly Template[], likening: Likening, scoreOf: Score): Candidate | undefined {
  const { outline, told, recall } = likening;
  let winner: Candidate | undefined;
  let highest = -1;
  for (const template of templates) {
    const alignment = align(outline, template, likening);
    const score = scoreOf(alignment, told) + shareTold(template, alignment, told, recall) / 8;
    if (score > highest) {
      highest = score;
      winner = { kind: template.kind, template, alignment };
    }
  }
  return winner;
}

/** What templates are told apart by. */
export function likeningOf(outline: Outline, labels: readonly LabelledValue[], knowledge: Knowledge): Likening {
  const told = new Set(knowledge.each(nameInHeader, labels, knowledge.recall));
  return { ...knowledge, outline, told };
}

/** What a label of the header names; nothing for those of sections. */
function nameInHeader({ label, section }: LabelledValue, recall: Recall): readonly string[] {
  return section ? [] : [recall(normalizeLabel, label)];
}

/**
 * How many of the header's labels, and of the sections that are none of the template's, are called as its fields or as
 * sections that the document lacks, 0 to 1: "Owners" and "Component" are Flutter's.
 */
function shareTold(
  { fields }: Template,
  { missing, unknown }: Alignment,
  told: ReadonlySet<string>,
  recall: Recall,
): number {
  const names = [...told, ...unknown.map(({ heading }) => recall(normalizeLabel, heading.text))];
  const known = new Set(
    [...fields.map(({ label }) => label), ...missing.map(({ heading }) => heading)].map((name) =>
      recall(normalizeLabel, name),
    ),
  );
  return names.filter((name) => known.has(name)).length / Math.max(1, names.length);
}

/** How alike the sections of document and template are, 0 to 1: what either has alone counts against it. */
export function similarity(alignment: Alignment, told: ReadonlySet<string>): number {
  const missing = alignment.missing.filter(({ required, heading }) => required && !told.has(normalizeLabel(heading)));
  const apart = alignment.unknown.length + missing.length;
  return shareOf(alignment, apart);
}

/**
 * How much of the document the template explains, 0 to 1. A document that says its kind may have only just been begun:
 * what it lacks tells nothing of its form.
 */
export function coverage(alignment: Alignment): number {
  return shareOf(alignment, alignment.unknown.length);
}

/** The template's own words count more than a synonym's. */
function shareOf({ matches }: Alignment, apart: number): number {
  const shared = matches.reduce((sum, { exact }) => sum + (exact ? 1 : 0.8), 0);
  return shared === 0 ? 0 : shared / (matches.length + apart);
}
