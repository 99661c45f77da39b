import type { Span } from '../../text/span.ts';
import type { DeclaredParameter } from './declarations.ts';
import { declarationOf, parameterKey } from './declared.ts';
import type { Dialect } from './dialects.ts';
import { hiddenCharacters } from './hiddenCharacters.ts';
import { isExpanded, type ParameterUse, type StepParameter } from './parameters.ts';
import { isMeant, wrongValue, type Matches } from './values.ts';
import { quotedPart, safeEverywhere, safeInQuotes, variableAt, type Safety } from './words.ts';

/** What a person has answered for a parameter; a secret's value is known only to whoever asked. */
export type Answer = { readonly value: string } | { readonly secret: true };

/** Who reads what. */
export interface Readers {
  /** The shell that reads the block. */
  readonly block: Dialect;
  /** Whether it splits what a bare variable holds into words, as bash and dash do, and zsh and fish do not. */
  readonly splits: boolean;
  /** The shell in whose environment the values are put. */
  readonly environment: Dialect;
}

/** A step with its values in their places. */
export interface ResolvedCommand {
  /** What runs. */
  readonly command: string;
  /** The same as a person reads it: each value in its place, those of variables too, secrets hidden. */
  readonly shown: string;
  readonly environment: ReadonlyMap<string, string>;
  /** The variables whose values are secrets, with the parameters that they are of. */
  readonly secrets: ReadonlyMap<string, string>;
  /** What the value of a secret must match; where it does not, the reason says why the step does not run. */
  readonly demands: readonly { readonly name: string; readonly pattern: string; readonly reason: string }[];
}

/** What stands for a secret wherever somebody could read it. */
export const hidden = '••••';

interface Need {
  readonly pattern: RegExp;
  readonly reason: string;
}

/**
 * Puts values into a step's command. A value is data: a variable's goes through the environment, another's is written only
 * where no shell takes it for anything else; the reason for a refusal names the parameter and the place.
 */
export function resolveCommand(
  { command, parameters }: { readonly command: string; readonly parameters: readonly StepParameter[] },
  declared: readonly DeclaredParameter[],
  answers: ReadonlyMap<string, Answer>,
  readers: Readers,
  matches: Matches,
): ResolvedCommand | { readonly reason: string } {
  const environment = new Map<string, string>();
  const secrets = new Map<string, string>();
  const demands: { name: string; pattern: string; reason: string }[] = [];
  const fills: { span: Span; written: string; shown: string }[] = [];
  for (const { name, uses } of parameters) {
    const answer = answers.get(parameterKey(name));
    if (!answer) return { reason: `"${name}" has no value yet.` };
    const declaration = declarationOf(declared, name);
    const value = 'value' in answer ? answer.value : undefined;
    const wrong = value === undefined ? undefined : wrongValue(name, value, declaration, matches);
    if (wrong !== undefined) return { reason: wrong };
    const isWritten = uses.some(({ style, place }) => style !== 'variable' && place.quoting !== 'comment');
    if (value !== undefined && isWritten && hiddenCharacters(value).length > 0)
      return {
        reason: `The value of "${name}" holds characters that can't be seen, so it is not written into a command.`,
      };
    for (const use of uses) {
      const { span, place, style } = use;
      if (place.quoting === 'comment') continue;
      const isFree = value !== undefined && isMeant(value, declaration);
      for (const { pattern, reason } of needsOf(name, use, command, readers, value === undefined, isFree)) {
        if (value === undefined) demands.push({ name, pattern: pattern.source, reason });
        else if (!pattern.test(value)) return { reason };
      }
      const shown = value === undefined ? hidden : visible(value);
      const variable = style === 'variable' ? name : `INCIDENT_DOCS_${parameterKey(name).toUpperCase()}`;
      if (style === 'variable' || value === undefined) {
        if (value === undefined) secrets.set(variable, name);
        else environment.set(variable, value);
      }
      const at = command.slice(span.start, span.end);
      if (style === 'variable') {
        if (isExpanded(place) && !/^\$\{[^}]*$/.test(at)) fills.push({ span, written: at, shown });
        continue;
      }
      const written =
        value === undefined
          ? variableAt(variable, place.quoting, readers.block)
          : place.quoting === 'none' && place.rereadBy === undefined
            ? quotedPart(value, readers.block, place.isWord)
            : value;
      if (written === undefined) return { reason: cannotBeWritten(name, use, value === undefined) };
      fills.push({ span, written, shown });
    }
  }
  const inOrder = fills.toSorted((a, b) => a.span.start - b.span.start);
  return {
    command: filled(command, inOrder, 'written'),
    shown: filled(command, inOrder, 'shown'),
    environment,
    secrets,
    demands,
  };
}

/** What must be true of a value that is put at a place. */
function needsOf(
  name: string,
  { style, span, place }: ParameterUse,
  command: string,
  { block, splits, environment }: Readers,
  isSecret: boolean,
  isFree: boolean,
): Need[] {
  const needs: Need[] = [];
  const where = `in line ${place.line + 1} of the block`;
  const isVariable = style === 'variable';
  const demand = ({ pattern, words }: Safety, why: string): void => {
    needs.push({ pattern, reason: `The value of "${name}" may hold only ${words}, because ${where} ${why}.` });
  };
  if (isVariable && environment === 'cmd')
    demand(safeInQuotes('cmd'), 'the command prompt would read anything else as commands');
  if (!isVariable || isExpanded(place)) {
    if (place.rereadBy !== undefined)
      demand(safeEverywhere, `"${place.rereadBy}" reads the text around it as a program`);
    else if (block === 'cmd') demand(safeInQuotes('cmd'), 'the command prompt would read anything else as commands');
    else if (place.quoting === 'other') demand(safeEverywhere, 'it stands where the shell works something out of it');
    else if (!isVariable && !isSecret && place.quoting !== 'none')
      demand(safeInQuotes(block), `it stands inside ${quotes[place.quoting]}`);
  }
  if (!isVariable && isExpanded(place) && /\$\w*$/.test(command.slice(0, span.start))) {
    const reason = `"${name}" stands right behind a "$" ${where}, so its value would become a variable's name; write \${NAME} there.`;
    needs.push({ pattern: /(?!)/, reason });
  }
  if (place.quoting !== 'none') return needs;
  if (place.startsWord && !place.isAssigned && !isFree) {
    const advice = `declare a pattern or choices for "${name}" in the runbook to allow it`;
    const reason = `The value of "${name}" begins with "-", so the command ${where} would take it for an option; ${advice}.`;
    needs.push({ pattern: /^(?!-)/, reason });
  }
  if (isVariable && block === 'posix' && splits && !place.isAssigned) {
    const reason = `The value of "${name}" would be split into several words ${where}; write "$${name}" there, in double quotes.`;
    needs.push({ pattern: whole, reason });
  }
  return needs;
}

/** What stays one word where bash puts it in for a bare variable: no space, nothing that file names are matched against. */
const whole = /^[^\s*?[\]\\]+$/;

const quotes = {
  single: 'single quotes',
  double: 'double quotes',
  heredoc: 'a here-document',
  'literal-heredoc': 'a here-document',
  none: 'a word',
  comment: 'a comment',
  other: 'an expression',
} as const;

function cannotBeWritten(name: string, { place }: ParameterUse, isSecret: boolean): string {
  const where = `in line ${place.line + 1} of the block`;
  if (isSecret)
    return `"${name}" is secret and would have to be written into the command ${where}; use a variable such as "$TOKEN" there.`;
  return `The value of "${name}" can't be quoted ${where} so that it stays one word; put it into a variable such as $POD.`;
}

function filled<K extends 'written' | 'shown'>(
  command: string,
  fills: readonly ({ readonly span: Span } & Readonly<Record<K, string>>)[],
  key: K,
): string {
  let text = '';
  let position = 0;
  for (const fill of fills) {
    text += command.slice(position, fill.span.start) + fill[key];
    position = fill.span.end;
  }
  return text + command.slice(position);
}

/** A value with what can't be seen made visible. */
function visible(value: string): string {
  let text = '';
  let position = 0;
  for (const { index, length, code } of hiddenCharacters(value)) {
    text += `${value.slice(position, index)}⟨${code}⟩`;
    position = index + length;
  }
  return text + value.slice(position);
}
