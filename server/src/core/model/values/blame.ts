import { blameForms, type BlameForm } from './blameForms.ts';
import { ambiguousRole, isName, nameLike, person, team } from './persons.ts';

/** Words that judge somebody. */
export interface Blame {
  readonly index: number;
  readonly length: number;
  /** What they judge: something left undone, what somebody is like, or guilt. */
  readonly what: BlameForm['what'];
  /** The verb that judges, where "did not" says the same without. */
  readonly verb?: { readonly index: number; readonly length: number };
}

/** Most texts judge nobody, which is told at once. */
const anyHint = new RegExp(blameForms.map(({ hint }) => hint.source).join('|'), 'i');
/** A person named anywhere in a sentence. */
const anyPerson = new RegExp(
  `${person}|${team}|${ambiguousRole}|\\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)\\b|(?<name>${nameLike})(?:['’]s \\p{Ll}+|(?:['’]s)? (?:was|were|is|had|has|acted|\\p{Ll}+ly|\\p{Ll}+ed))\\b`,
  'gu',
);
const denied = /\b(?:not|never|no|nobody|none|without|isn['’]t|wasn['’]t)\b[^.]{0,30}$/i;
const deniedBefore =
  /(?:\b(?:nobody|no one|not|never)|n['’]t)(?: (?:that|about|it|is|was|say|saying|because|to|the|a|whose|any|of))*\s*$/i;
/** Whoever says why it made sense to leave something judges nobody. */
const explained = /\b(?:because|since|as (?:it|they|the|we)|due to)\b/i;

/** The judgements of persons in a text, in order. */
export function readBlame(words: string): Blame[] {
  const found: Blame[] = [];
  if (!anyHint.test(words)) return found;
  for (const { what, hint, pattern, ofPerson } of blameForms) {
    if (!hint.test(words)) continue;
    for (const match of words.matchAll(pattern)) {
      const name = match.groups?.['name'];
      if (name !== undefined && !isName(name)) continue;
      const { index } = match;
      const end = index + match[0].length;
      if (found.some((other) => index < other.index + other.length && other.index < end)) continue;
      const sentence = sentenceAround(words, index);
      if (ofPerson && !(namesPerson(sentence) && !denied.test(words.slice(0, index)))) continue;
      if (/^no\b/i.test(match[0])) continue;
      if (what === 'guilt' && deniedBefore.test(words.slice(0, index))) continue;
      if (/\bignored\b/.test(match[0]) && explained.test(sentence)) continue;
      const verb = match.groups?.['verb'];
      found.push({
        index,
        length: match[0].length,
        what,
        ...(verb === undefined ? {} : { verb: { index: end - verb.length, length: verb.length } }),
      });
    }
  }
  return found.toSorted((a, b) => a.index - b.index);
}

function namesPerson(sentence: string): boolean {
  for (const { groups } of sentence.matchAll(anyPerson)) {
    const name = groups?.['name'];
    if (name === undefined || isName(name)) return true;
  }
  return false;
}

function sentenceAround(words: string, index: number): string {
  const start = words.lastIndexOf('. ', index) + 1;
  const end = words.indexOf('. ', index);
  return words.slice(start, end < 0 ? undefined : end);
}
