import { window } from 'vscode';
import type { WireParameter } from '../../../server/src/protocol/channels.ts';
import { matchesWhole } from './pattern.ts';

/** Asks for the value of a parameter, beginning with one where there is one; undefined where the person cancelled. */
export async function askValue(
  parameter: WireParameter,
  title: string,
  value: string | undefined,
): Promise<string | undefined> {
  const { name, description, choices, secret } = parameter;
  if (choices.length > 0) {
    const first = value ?? parameter.default;
    const items = choices.map((label) =>
      label === first ? { label, picked: true, description: 'default' } : { label },
    );
    const sorted = items.toSorted((a, b) => Number('picked' in b) - Number('picked' in a));
    const picked = await window.showQuickPick(sorted, {
      title,
      placeHolder: description ?? `Choose the value of ${name}`,
      ignoreFocusOut: true,
    });
    return picked?.label;
  }
  const hint = secret ? ' It is kept in the secret storage and shown nowhere.' : '';
  return window.showInputBox({
    title,
    prompt: `${description ?? `The value of ${name}.`}${hint}`,
    ...(secret ? {} : { value: value ?? parameter.default ?? '' }),
    password: secret,
    ignoreFocusOut: true,
    validateInput: (typed) => wrongValue(parameter, typed),
  });
}

/** Why a parameter can't have a value, as a sentence for the person; undefined where it can. */
export function wrongValue(
  { name, description, default: written, pattern, choices }: WireParameter,
  value: string,
): string | undefined {
  if (choices.length > 0 && !choices.includes(value)) return `"${name}" must be one of: ${choices.join(', ')}.`;
  if (pattern !== undefined) {
    const isMatch = matchesWhole(pattern, value);
    if (isMatch === undefined)
      return `It takes too long to compare this with the pattern ${pattern} of "${name}"; correct it in the runbook.`;
    const meaning = description === undefined ? '' : `: ${description}`;
    const example = written === undefined ? '' : `, such as ${written}`;
    return isMatch ? undefined : `"${name}" must match ${pattern}${example}${meaning}`;
  }
  return value === '' && written !== '' && !choices.includes('') ? `"${name}" needs a value.` : undefined;
}
