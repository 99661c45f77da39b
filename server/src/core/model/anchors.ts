import GithubSlugger from 'github-slugger';
import { wordsOf } from '../parse/walk.ts';
import { nearestWord } from '../text/nearest.ts';
import type { NodeLists } from './nodes.ts';

/** The anchors of a document. */
export interface Anchors {
  /** As forges and VS Code give them. */
  readonly anchors: ReadonlySet<string>;
  /** As site generators have them. */
  readonly ofSites: ReadonlySet<string>;
}

/** Reads the anchors of a document. */
export function anchorsOf(nodes: NodeLists): Anchors {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const ofSites = new Set<string>();
  const add = (words: string): void => {
    const anchor = slugger.slug(words);
    anchors.add(anchor);
    for (const variant of variantsOf(words, anchor)) ofSites.add(plain(variant));
  };
  for (const heading of nodes.headings) {
    const words = wordsOf(heading);
    add(words);
    const explicit = /\{#([\w-]+)\}/.exec(words)?.[1];
    if (explicit) anchors.add(explicit);
  }
  // "####Sorting" is no heading on a forge, but many sites make one of it.
  for (const { value } of nodes.text) {
    const words = /^#{1,6}([^\s#].*)/.exec(value)?.[1];
    if (words !== undefined) add(words);
  }
  for (const { value } of nodes.html) {
    for (const [, words = ''] of value.matchAll(/<h[1-6](?:\s[^<>]*)?>(.*?)<\/h[1-6]\s*>/gis))
      add(words.replace(/<[^<>]*>/g, '').trim());
    for (const match of value.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) anchors.add(match[1] ?? '');
  }
  return { anchors, ofSites };
}

/** "3. GOV.UK teams" is `3-govuk-teams`, `3-gov-uk-teams` or `govuk-teams`; underscores stand for hyphens too. */
function variantsOf(words: string, anchor: string): string[] {
  const parted = words.replace(/['’‘`"“”]/g, '').replace(/[^\p{L}\p{N}]+/gu, '-');
  return [anchor, parted].flatMap((variant) => [variant, variant.replace(/^[^\p{L}]+/u, '')]);
}

/** Without the difference between one hyphen and several, and those at the ends. */
function plain(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/[-_\s]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whether an anchor leads somewhere, on a forge or on a site. */
export function hasAnchor({ anchors, ofSites }: Anchors, anchor: string): boolean {
  return anchors.has(anchor) || ofSites.has(plain(anchor));
}

/**
 * The anchor that has each word of the written one, mistyped or cut short perhaps, or the words with which it begins; the
 * nearest of several.
 */
export function nearestAnchorOf({ anchors }: Anchors, anchor: string): string | undefined {
  const same = [...anchors].find((candidate) => lettersOf(candidate) === lettersOf(anchor.toLowerCase()));
  if (same !== undefined) return same;
  const words = anchor.split('-');
  const fitting = [...anchors].filter((candidate) => {
    const parts = candidate.split('-');
    const isOne = (word: string): boolean =>
      nearestWord(word, parts) !== undefined ||
      (word.length >= 5 && parts.some((part) => part.startsWith(word) || (part.length >= 5 && word.startsWith(part))));
    return words.every(isOne) || (parts.length > 1 && anchor.startsWith(`${candidate}-`));
  });
  return fitting.length === 1 ? fitting[0] : nearestWord(anchor, fitting);
}

function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]/gu, '');
}
