import type { Edit } from './edit.ts';

/** A text with edits made; they must be in document order and not overlap, as those of one fix are. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { span, text: replacement } of edits) {
    if (span.start < position) throw new Error('Edits that overlap or are out of order.');
    result += text.slice(position, span.start) + replacement;
    position = span.end;
  }
  return result + text.slice(position);
}

/** Edits that are made together or not at all, as those of a fix. */
export interface EditSet {
  readonly edits: readonly Edit[];
}

/** The edits of as many fixes as can be made at once, each fix wholly or not at all; the earlier one of two that touch. */
export function compatibleEdits(fixes: readonly EditSet[]): Edit[] {
  const chosen: Edit[] = [];
  for (const { edits } of fixes) {
    if (edits.every((edit) => chosen.every((other) => apart(edit, other)))) chosen.push(...edits);
  }
  return chosen.toSorted((a, b) => a.span.start - b.span.start);
}

function apart(a: Edit, b: Edit): boolean {
  return a.span.end < b.span.start || b.span.end < a.span.start;
}
