import type { NameUse, Problem } from '../shapes/problem.ts';
import { insteadOf, oneOf } from '../shapes/words.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import type { Configuration } from './configuration.ts';
import type { DescribedRule } from './rules.ts';

/** What a configuration may refer to although it does not define it. */
export interface Surroundings {
  readonly rules: readonly DescribedRule[];
  readonly templates: readonly { readonly kind: DocumentKind; readonly name: string }[];
}

/** The names that there are of something; undefined where it has no list, so that every name is right. */
export function namesOf(
  what: string,
  configuration: Configuration,
  { rules, templates }: Surroundings,
  kind?: unknown,
): readonly string[] | undefined {
  const { severities, roles, people, onCall, services, slis, slos } = configuration;
  switch (what) {
    case 'severity':
      return severities.map(({ name }) => name);
    case 'role':
      return roles.map(({ name }) => name);
    case 'person':
      return people.size === 0 ? undefined : [...people.keys()];
    case 'team':
      return onCall.rotations.length === 0 ? undefined : onCall.rotations.map(({ team }) => team);
    case 'service':
      return services.length === 0 ? undefined : services.map(({ name }) => name);
    case 'SLI':
      return slis.map(({ name }) => name);
    case 'SLO':
      return slos.map(({ name }) => name);
    case 'rule':
      return rules.map(({ id }) => id);
    case 'template':
      return [...new Set(templates.filter((template) => !kind || template.kind === kind).map(({ name }) => name))];
    default:
      return [];
  }
}

/** The names that a configuration uses and nothing has. */
export function unknownNames(
  uses: readonly NameUse[],
  configuration: Configuration,
  surroundings: Surroundings,
): readonly Problem[] {
  return uses.flatMap(({ of, name, span, siblings }) => {
    const kind = of.includes('template') ? siblings['kind'] : undefined;
    const lists = of.map((what) => namesOf(what, configuration, surroundings, kind));
    if (lists.includes(undefined) || isKnown(name, of, lists.flat(), configuration)) return [];
    const known = lists.flatMap((names) => names ?? []);
    const what = typeof kind === 'string' ? `${kind} template` : oneOf(of.filter((word) => word !== 'address'));
    const message = `There is no ${what} "${name}"${insteadOf(name, known, ['there is', 'there are'])}`;
    return [{ rule: 'config-reference', span, message }];
  });
}

function isKnown(
  name: string,
  of: readonly string[],
  known: readonly (string | undefined)[],
  { people }: Configuration,
): boolean {
  if (known.includes(name)) return true;
  if (of.includes('address') && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) return true;
  if (!of.includes('person')) return false;
  // A person goes by handle, by name or by address.
  const handle = name.replace(/^@/, '');
  return people.has(handle) || [...people.values()].some((person) => [person.name, person.email].includes(name));
}
