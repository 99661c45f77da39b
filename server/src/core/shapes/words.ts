import { nearestWord } from '../text/nearest.ts';
import type { Form } from './shape.ts';

/** What is right at a place, as the end of a sentence: `a number from 0 to 30`. */
export function expectedOf(form: Form): string {
  switch (form.kind) {
    case 'text':
      return 'text';
    case 'written':
      return form.expected;
    case 'number':
      return `a ${form.whole ? 'whole number' : 'number'} from ${form.minimum} to ${form.maximum}`;
    case 'flag':
      return 'true or false';
    case 'choice':
      return oneOf([...form.choices.keys()]);
    case 'name':
      return `the name of a ${oneOf(form.of)}`;
    case 'list':
      return 'a list, each entry on a line that begins with "- "';
    case 'record':
    case 'map':
      return 'a mapping of "key: value" lines';
    case 'shorthand':
      break;
  }
  return `${expectedOf(form.short.form)}, or ${expectedOf(form.full.form)}`;
}

/** `off, hint or error` */
export function oneOf(words: readonly string[]): string {
  return joined(words, 'or');
}

/** `name, title and criteria` */
export function allOf(words: readonly string[]): string {
  return joined(words, 'and');
}

/** The end of a sentence about a word that is none of the known ones: the nearest of them, else all of a few. */
export function insteadOf(
  word: string,
  known: readonly string[],
  [one, several]: readonly [one: string, several: string],
): string {
  const nearest = nearestWord(word, known);
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  return known.length === 0 || known.length > 12 ? '.' : `; ${known.length === 1 ? one : several} ${allOf(known)}.`;
}

function joined(words: readonly string[], conjunction: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}
