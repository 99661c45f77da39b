/** A half-open range of UTF-16 code units in one text: the only coordinate that the core knows. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to, but not including, `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The empty span at an offset: where something is to be inserted. */
export function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** A span that stands so many UTF-16 code units further behind. */
export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the offset lies in the span or touches one of its ends, as a caret does. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
