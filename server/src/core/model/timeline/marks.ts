import { matchAt } from './lexing.ts';

/** What may stand before a stamp: bold, code, brackets, quotes. */
export const openingMark = /\*\*\*|\*\*|__|\{\{|[*_`[({<"'“‘]/y;
const closers: Readonly<Record<string, string>> = {
  '{{': '}}',
  '[': ']',
  '(': ')',
  '{': '}',
  '<': '>',
  '“': '”',
  '‘': '’',
};
const longestLink = 2000;
const gap = /(?:\s|&nbsp;|\[\^[^\]\s]{1,20}\]|<\/[a-z]{1,8}>)+/iy;
const separator = /(?:[-‐‑‒–—―−:|>,;=•·.»›▸▹►→⇒⇨⟶⟹➔➙➜➝➞➡]\uFE0F?)+/uy;
/** The same time once more for another zone: `14:23 UTC (7:23 PDT)`, `14:23 UTC / 7:23 PDT`. */
const sameElsewhere =
  /\s?(?:\((?=[^()\n]{0,30}\d[:.]\d\d)[^()\n]{3,50}\)|\/\s?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s[A-Z]{2,4}\b)/iy;

/** Adds the marks in a piece of text to those that are open: one that is open is closed by its like, any other opens. */
export function toggleMarks(opened: string[], piece: string): void {
  for (const mark of piece.match(/\*\*|[*_`[\]()]/g) ?? []) {
    const open = opened.findLastIndex((candidate) => (closers[candidate] ?? candidate) === mark);
    if (open >= 0) opened.splice(open, 1);
    else if (mark !== ']' && mark !== ')') opened.push(mark);
  }
}

/** Passes the marks that were opened before the stamp, and what parts the stamp from the words. */
export function passBehind(
  text: string,
  from: number,
  end: number,
  opened: readonly string[],
): { textStart: number; separated: boolean } {
  const open = [...opened];
  let separated = false;
  let at = from + (matchAt(sameElsewhere, text, from, end)?.[0].length ?? 0);
  const first = at;
  for (let i = 0; i < 12 && at < end; i++) {
    if (text[at] === '\\' && /[\])}*_`]/.test(text[at + 1] ?? '')) at++;
    const mark = open.findLast((candidate) => text.startsWith(closers[candidate] ?? candidate, at));
    if (mark !== undefined) {
      open.splice(open.lastIndexOf(mark), 1);
      at += (closers[mark] ?? mark).length;
      separated = true;
      if (mark === '[' && text[at] === '(') {
        const link = text.slice(at, Math.min(end, at + longestLink)).indexOf(')');
        if (link > 0) at += link + 1;
      }
      continue;
    }
    const space = matchAt(gap, text, at, end);
    if (space) {
      at += space[0].length;
      continue;
    }
    const sign = matchAt(separator, text, at, end);
    const after = sign && text[at + sign[0].length];
    const parts =
      sign && (at === first || after === undefined || /[\s*_`)\]}]/.test(after) || at + sign[0].length >= end);
    if (!parts) break;
    separated = true;
    at += sign[0].length;
  }
  return { textStart: Math.min(at, end), separated };
}
