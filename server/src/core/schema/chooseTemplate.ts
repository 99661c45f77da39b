import type { Configuration } from '../configuration/configuration.ts';
import type { Template } from './template.ts';
import type { DocumentKind } from './vocabulary.ts';

/**
 * The template of a new document: the one that is named, else the team's choice, else the first of its kind. A name that none
 * of that kind has is refused with those that there are.
 */
export function chooseTemplate(
  kind: DocumentKind,
  name: string | undefined,
  { templates, configuration }: { readonly templates: readonly Template[]; readonly configuration: Configuration },
): Template | { readonly reason: string } {
  const ofKind = templates.filter((template) => template.kind === kind);
  const wanted = name ?? configuration.templates[kind];
  const found = wanted === undefined ? ofKind[0] : ofKind.find((template) => template.name === wanted);
  if (found) return found;
  const names = ofKind.map((template) => template.name).join(', ');
  return { reason: `There is no ${kind} template "${wanted ?? ''}"; the templates are: ${names}.` };
}
