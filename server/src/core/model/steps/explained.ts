import type { IncidentDocument, Step } from '../document.ts';
import { spanInDocument } from './commands.ts';
import type { ParameterUse } from './parameters.ts';
import { surroundingsOf } from './surroundings.ts';

/** What a name says by itself of the thing that it is of: the new one, the one that fails. */
const telling =
  /^(?:new|old|current|previous|original|desired|affected|failed|failing|faulty|broken|stuck|unhealthy)[-_ ][a-z]/i;

/** Whether a name says by itself what is to be put there: `alert name label`, `name-of-the-pod`, `new-count`. */
export function explainsItself(name: string): boolean {
  return /\S \S/.test(name) || /^[a-z]+(?:[-_][a-z]+){2,}$/.test(name) || telling.test(name);
}

/** Words before a name by which a paragraph speaks of one thing that the reader knows. */
const pointing = '(?:this|that|these|the (?:\\w+ ){0,2}\\w+ing|the \\w+ed|the target) [`*]*';

/**
 * Whether the words right at a command tell of a parameter: a comment behind it, comments above it in its block, or the
 * paragraph before the block, which speaks of "that pod" or "the failing pod".
 */
export function isToldBeside(step: Step, name: string, { span }: ParameterUse, document: IncidentDocument): boolean {
  const place = spanInDocument(step, document.lines, span).start;
  // Of a session the comments are no part of what runs.
  const above = document.text.slice(step.contentSpan.start, place).split('\n');
  const line = `${above.pop() ?? ''}${document.text.slice(place, step.contentSpan.end).split('\n', 1)[0] ?? ''}`;
  if (/\s#\s*\S/.test(line.replace(/^\s*#\s/, ''))) return true;
  const words = tellingWords(name);
  const [word = ''] = words;
  if (word === '') return false;
  const comments = above.filter(isComment).join('\n');
  if (words.every((each) => each.length > 2 && new RegExp(`\\b${each}`, 'i').test(comments))) return true;
  const paragraph =
    surroundingsOf(step, document)
      .before.trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const phrase = words.join('[-_ ]');
  // Of a name of several words the phrase itself tells: "the MAC address that the alert names".
  const pointed = words.length > 1 ? '' : pointing;
  const owned = new RegExp(`\\bits [\`*]*${phrase}\\b`, 'i');
  return (
    new RegExp(`\\b${pointed}${phrase}s?\\b`, 'i').test(paragraph) || owned.test(paragraph.replace(/^\s*#.*$/gm, ''))
  );
}

/** The words of a name that say what it is of: `pod` of `pod-name`. */
function tellingWords(name: string): string[] {
  const words = (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.replace(/(?<=^\p{L}{3,})name$/u, ''),
  );
  const told = words.filter((word) => word.length > 1 && !/^(?:the|my|your|name|value)$/.test(word));
  return told.length > 1 ? told.filter((word) => word.length > 2) : told;
}

function isComment(line: string): boolean {
  return /^\s*(?:#(?!!)|--\s|\/\/)/.test(line);
}
