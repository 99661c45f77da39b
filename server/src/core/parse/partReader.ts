import type { Knowledge } from '../text/knowledge.ts';
import type { Span } from '../text/span.ts';
import type { Part } from './parts.ts';

/** The text of some parts, and what is known of it. */
export interface PartSource extends Knowledge {
  readonly text: string;
}

/** Reads something of a part by itself: it goes by the part's own blocks alone, the whole text only helps to look at them. */
export type PartReader<T> = (part: Part, source: PartSource) => readonly T[];

/**
 * A reader of parts; `spansOf` names all places in the text that an answer names, each of them an object of the answer's own:
 * they move when the part moves.
 */
export function partReader<T>(read: PartReader<T>, spansOf: (answer: T) => Iterable<Span>): PartReader<T> {
  return (part, source) => {
    const answers = read(part, source);
    if (part.spans) for (const answer of answers) for (const span of spansOf(answer)) part.spans.add(span);
    return answers;
  };
}

/** What a reader reads of some parts, in document order; parts that stayed the same are not looked at again. */
export function readParts<T>(reader: PartReader<T>, parts: readonly Part[], source: PartSource): readonly T[] {
  return source.each(reader, parts, source);
}

/** Moves places by so many UTF-16 code units. */
export function moveSpans(spans: Iterable<Span>, by: number): void {
  for (const span of spans) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever reads a document sees its places stand still
    const place = span as { start: number; end: number };
    place.start += by;
    place.end += by;
  }
}
