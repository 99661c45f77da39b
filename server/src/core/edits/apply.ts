import { firstThat } from '../text/ordered.ts';
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
  /** In document order. */
  const chosen: Edit[] = [];
  for (const { edits } of fixes) {
    if (edits.some((edit) => touchesAny(chosen, edit))) continue;
    for (const edit of edits) {
      const place = firstThat(chosen, ({ span }) => span.start > edit.span.start);
      chosen.splice(place, 0, edit);
    }
  }
  return chosen;
}

function touchesAny(chosen: readonly Edit[], { span }: Edit): boolean {
  const near = chosen[firstThat(chosen, (other) => other.span.end >= span.start)];
  return near !== undefined && near.span.start <= span.end;
}
