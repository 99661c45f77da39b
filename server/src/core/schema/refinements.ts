import { isMap, isNode, parseDocument } from 'yaml';
import type { Outline } from '../parse/outline.ts';
import { choice, flag, list, mapOf, nameOf, optional, otherwise, record, text } from '../shapes/describe.ts';
import type { NameUse, Problem } from '../shapes/problem.ts';
import { readTree } from '../shapes/read.ts';
import type { ValueOf } from '../shapes/shape.ts';
import { normalizeLabel } from './label.ts';
import type { FieldType } from './vocabulary.ts';

const synonyms = optional(list('Other words that mean the same.', text('A word.')));

const section = record('What the Markdown of a section cannot say.', {
  role: optional(nameOf('role', 'What the section is for, where its heading does not say so: `timeline`, `actions`.')),
  optional: optional(flag('Whether a document may do without it.')),
  repeatable: optional(flag('Whether several sections may match it.')),
  anyOrder: optional(flag('Whether it may stand anywhere among its siblings.')),
  synonyms,
});

const types: Readonly<Record<FieldType, string>> = {
  text: 'Any words.',
  date: 'A day: `2024-01-15`.',
  'date-time': 'A day and a time: `2024-01-15 14:23 UTC`.',
  duration: 'A length of time: `2 hours 35 minutes`.',
  severity: 'One of the severities.',
  status: 'A word for how far the document has come.',
  people: 'Persons or teams.',
  services: 'Services.',
};

const field = record('What the Markdown of a field cannot say.', {
  type: optional(choice('How its value is read.', types)),
  optional: optional(flag('Whether a document may do without it.')),
  synonyms,
  values: optional(list('The words that its value may be.', text('A word.'))),
});

const kinds = choice('The kind of document that the template is for.', { runbook: '', incident: '', postmortem: '' });

const shape = record('What plain Markdown cannot say of a template.', {
  kind: optional(kinds),
  closed: otherwise(flag('Whether a section that the template does not name is unwelcome.'), false),
  sections: mapOf('The sections to refine, by their headings.', section, { keys: 'section' }),
  fields: mapOf('The fields to refine, by their labels.', field, { keys: 'field' }),
});

/** The front matter of a template. */
export const frontMatterShape = record('What comes before a template.', { template: shape });

/** What a template's front matter says that plain Markdown cannot: the mapping under its key `template`. */
export interface Refinements extends Omit<ValueOf<typeof shape>, 'sections' | 'fields'> {
  /** By normalized heading. */
  readonly sections: ReadonlyMap<string, ValueOf<typeof section>>;
  /** By normalized label. */
  readonly fields: ReadonlyMap<string, ValueOf<typeof field>>;
}

/** Refinements as they were read. */
export interface RefinementsReading {
  readonly refinements: Refinements;
  /** Each key or value that is not understood, at its place. */
  readonly problems: readonly Problem[];
  /** The headings and labels that are refined. */
  readonly names: readonly NameUse[];
}

/** Reads the refinements of a template, given its own text; what is no YAML is the front matter's to tell. */
export function readRefinements({ frontMatter }: Outline, source: string): RefinementsReading {
  const document = parseDocument(frontMatter?.yaml ?? '', { prettyErrors: false });
  const node = isMap(document.contents) ? document.contents.get('template', true) : undefined;
  const origin = { text: source, base: frontMatter?.yamlSpan.start ?? 0, document, label: '"template"' };
  const { value, problems, names } = readTree(isNode(node) ? node : null, shape, origin);
  return {
    refinements: { ...value, sections: normalized(value.sections), fields: normalized(value.fields) },
    problems,
    names,
  };
}

function normalized<T>(byName: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...byName].map(([name, refinement]) => [normalizeLabel(name), refinement]));
}
