import type { IncidentDocument } from '../document.ts';
import { entriesInOrder } from './moments.ts';
import { rolePlaces } from './roles.ts';

const name = "(@[\\w.-]+\\w|\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){0,2})";
const command = '(?:the )?(?:incident commander|IC|commander|incident command|command)';
/** Words by which a timeline tells who commands, or who declared the incident and so commands (S4). */
const takesCommand: readonly RegExp[] = [
  new RegExp(
    `${name} (?:is|is now|becomes|became|takes over as|takes|took|assumes|assumed|acts as) ${command}\\b`,
    'u',
  ),
  new RegExp(`(?:[Ii]ncident commander|IC)(?: is|:| assigned(?::| to)?| now) ${name}`, 'u'),
];
const declares: readonly RegExp[] = [
  new RegExp(`${name} (?:declares|declared) `, 'u'),
  new RegExp(`\\bdeclared\\b.{0,60}? by ${name}`, 'u'),
];

/** Words that begin a sentence with a capital and name nobody: `Incident declared SEV-2`, `We declared`. */
const nobody = /^(?:the|we|they|it|this|that|team|(?:major |new )?(?:incident|outage|emergency|disaster|severity))\b/i;

/** Who commands: by the roles, else by the timeline's last word on it; else whoever declared the incident. */
export function commanderOf(document: IncidentDocument, role: string): string | undefined {
  const named = rolePlaces(document, [role]).find(({ holder }) => holder !== undefined)?.holder;
  if (named !== undefined) return named;
  const texts = entriesInOrder(document).map(({ text }) => text);
  const found = (patterns: readonly RegExp[]): (string | undefined)[] =>
    texts
      .flatMap((text) => patterns.map((pattern) => pattern.exec(text)?.[1]))
      .filter((who) => who !== undefined && !nobody.test(who));
  return found(takesCommand).at(-1) ?? found(declares)[0];
}

/** The role that commands: the one whose name says so, else the first of the team's roles. */
export function commandingRole(roles: readonly { readonly name: string }[]): string | undefined {
  return (roles.find(({ name: role }) => /command/i.test(role)) ?? roles[0])?.name;
}
