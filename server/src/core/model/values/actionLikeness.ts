/** From its first detail on an action says who and when, not what: "(owner: Alice, due: 2024-02-01)". */
const details =
  /[\s([{,;:—–-]+[*_]*(?:owners?|owned by|assignees?|assigned to|responsible|dri|due(?: date| by| on)?|deadline|eta|status|priority|tickets?|issues?|jira)[*_]*\s*[:=].*$/isu;
/** What differs between two copies of an action: addresses, people, issues, days. */
const circumstances =
  /https?:\S+|(?<![\w.])@[\w./-]+|\b(?:due|by|until|before)(?: on)? \d{4}-\d{2}-\d{2}\b|(?<![\w/&])#\d+\b|\b(?!(?:SEV|CVE|UTF|SHA|RFC|ISO|TLS|HTTP|AES)-)[A-Z][A-Z\d]{1,9}-\d+\b|\b\d{4}-\d{2}-\d{2}\b/g;
const smallWords: ReadonlySet<string> = new Set(
  `a an the to of for in on at by and or with our we us should must need needs will shall please that this these those it
  its is are be been so as also from into`.split(/\s+/),
);
/** "Update the runbook" is written anew after each incident, and means another runbook each time. */
const fewestWords = 4;
/** For writing that puts no spaces between words. */
const fewestLetters = 10;

/**
 * What two actions of the same meaning have in common: their words without the small ones, in any order, singular or plural,
 * whoever has it until whenever. Undefined for an action of so few words that it says nothing by itself.
 */
export function likenessOf(action: string): string | undefined {
  const what = action
    .replace(details, '')
    .replace(circumstances, ' ')
    .replace(/['’]s\b/g, '');
  const words = (what.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !smallWords.has(word));
  const unspaced = words.join('').replace(/[\p{ASCII}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu, '');
  if (words.length < fewestWords && unspaced.length < fewestLetters) return undefined;
  return words.map(singular).toSorted().join(' ');
}

function singular(word: string): string {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
