import type { Section } from '../../parse/outline.ts';
import type { IncidentDocument, Step } from '../document.ts';

/** The words around a step, Markdown as written. */
export interface Surroundings {
  /** From the heading, those of the sections around included, to the block; earlier blocks left out. */
  readonly before: string;
  /** From the block to the next one, or to the end of the section. */
  readonly after: string;
}

/** What stands around a step in its section. */
export function surroundingsOf(step: Step, { text, steps }: IncidentDocument): Surroundings {
  const start = step.section?.span.start ?? 0;
  const end = step.section?.bodySpan.end ?? text.length;
  const earlier = steps.filter(({ span }) => span.start >= start && span.end <= step.span.start);
  let before = introductions(step.section, text);
  let position = start;
  for (const { span } of earlier) {
    before += text.slice(position, span.start);
    position = span.end;
  }
  before += text.slice(position, step.span.start);
  const next = steps.find(({ span }) => span.start >= step.span.end && span.start < end);
  return { before, after: text.slice(step.span.end, next?.span.start ?? end) };
}

/** What the sections above say before they are divided: a warning there holds for all below. */
function introductions(section: Section | undefined, text: string): string {
  let words = '';
  for (let above = section?.parent; above; above = above.parent) {
    words = `${text.slice(above.span.start, above.bodySpan.end)}\n${words}`;
  }
  return words;
}
