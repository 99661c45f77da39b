import type { DeclaredParameter } from './declarations.ts';

/** A value's longest length in UTF-16 code units; all together must fit into what a program can be started with. */
const longest = 8192;

/** Whether a text matches a pattern as a whole; undefined where that takes too long to be told. */
export type Matches = (pattern: string, text: string) => boolean | undefined;

/** Why a declared parameter can't have a value, as a sentence; undefined where it can. */
export function wrongValue(
  name: string,
  value: string,
  declared: DeclaredParameter | undefined,
  matches: Matches,
): string | undefined {
  if (value.length > longest) return `The value of "${name}" is longer than ${longest} characters.`;
  if (value.includes('\0')) return `The value of "${name}" holds a null character, which no shell can take.`;
  const { choices = [], pattern } = declared ?? {};
  if (choices.length > 0 && !choices.includes(value))
    return `The value of "${name}" must be one of: ${choices.join(', ')}.`;
  if (pattern !== undefined) {
    const isMatch = matches(pattern, value);
    if (isMatch === undefined)
      return `It takes too long to compare the value of "${name}" with its pattern ${pattern}; correct the pattern in the runbook.`;
    if (!isMatch) return `The value of "${name}" must match ${pattern}${meaningOf(declared)}.`;
  }
  if (value === '' && !isMeant(value, declared) && declared?.default !== '')
    return `"${name}" has an empty value; give it one.`;
  return undefined;
}

/** Whether the document allows for such a value outright: by a pattern that it matches, or by its choices. */
export function isMeant(value: string, declared: DeclaredParameter | undefined): boolean {
  return declared?.pattern !== undefined || (declared?.choices ?? []).includes(value);
}

function meaningOf(declared: DeclaredParameter | undefined): string {
  const example = declared?.default === undefined ? '' : `, such as ${declared.default}`;
  return declared?.description === undefined ? example : ` (${declared.description})${example}`;
}
