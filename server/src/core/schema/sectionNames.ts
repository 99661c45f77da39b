import { normalizeLabel, withoutQualifier } from './label.ts';
import { roleOfHeading } from './synonyms.ts';
import type { SectionSchema, Template } from './template.ts';

/** What knows the names of sections: those of some templates, and those of which the purpose is known. */
export function namesOfSections(templates: readonly Template[]): (words: string) => boolean {
  const names = new Set(templates.flatMap(({ sections }) => sections.flatMap(namesOf)));
  return (words) => {
    const whole = normalizeLabel(words);
    return [whole, withoutQualifier(whole)].some((name) => names.has(name) || roleOfHeading(name) !== undefined);
  };
}

function namesOf({ heading, synonyms, children }: SectionSchema): readonly string[] {
  return [heading, ...synonyms].map(normalizeLabel).concat(children.flatMap(namesOf));
}
