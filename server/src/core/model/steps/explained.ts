import type { IncidentDocument, Step } from '../document.ts';
import type { ParameterUse } from './parameters.ts';
import { surroundingsOf } from './surroundings.ts';

/** Whether a name says by itself what is to be put there: `alert name label`, `name-of-the-pod`. */
export function explainsItself(name: string): boolean {
  return /\S \S/.test(name) || /^[a-z]+(?:[-_][a-z]+){2,}$/.test(name);
}

/**
 * Whether the words right at a command tell of a parameter: a comment behind it, comments above it in its block, or the
 * paragraph before the block, which speaks of "that pod" or "the failing pod".
 */
export function isToldBeside(step: Step, name: string, { span }: ParameterUse, document: IncidentDocument): boolean {
  const above = step.command.slice(0, span.start).split('\n');
  const line = `${above.pop() ?? ''}${step.command.slice(span.start).split('\n', 1)[0] ?? ''}`;
  if (/\s#\s*\S/.test(line)) return true;
  const words = tellingWords(name);
  if (words.length === 0) return false;
  const comments = above.filter(isComment).join('\n');
  if (words.every((word) => new RegExp(`\\b${word}`, 'i').test(comments))) return true;
  const paragraph =
    surroundingsOf(step, document)
      .before.trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return new RegExp(
    `\\b(?:this|that|these|the (?:\\w+ ){0,2}\\w+ing|the \\w+ed|the target) [\`*]*${words.join('[-_ ]')}s?\\b`,
    'i',
  ).test(paragraph);
}

/** The words of a name that say what it is of: `pod` of `pod-name`. */
function tellingWords(name: string): string[] {
  const words = (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.replace(/(?<=^\p{L}{3,})name$/u, ''),
  );
  return words.filter((word) => word.length > 2 && !/^(?:the|my|your|name|value)$/.test(word));
}

function isComment(line: string): boolean {
  return /^\s*(?:#(?!!)|--\s|\/\/)/.test(line);
}
