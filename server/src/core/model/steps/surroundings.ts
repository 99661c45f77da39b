import { firstThat } from '../../text/ordered.ts';
import type { Section } from '../../parse/outline.ts';
import type { IncidentDocument, Step } from '../document.ts';

/** The words around a step, Markdown as written. */
export interface Surroundings {
  /** From the heading, those of the sections around included, to the block; earlier blocks left out. */
  readonly before: string;
  /** From the block to the next one, or to the end of the section. */
  readonly after: string;
}

/** How many blocks of a section are looked at before and behind a step: what is said further away is not said of it. */
const near = 12;
/** Of the words between two blocks so many count, in UTF-16 code units. */
const longest = 4000;

/** What stands around a step in its section. */
export function surroundingsOf(step: Step, { text, steps }: IncidentDocument): Surroundings {
  const start = step.section?.span.start ?? 0;
  const end = step.section?.bodySpan.end ?? text.length;
  const index = indexOfStep(steps, step);
  const earlier = steps.slice(Math.max(0, index - near), index).filter(({ span }) => span.start >= start);
  let before = introductions(step.section, text);
  let position = start;
  for (const { span } of earlier) {
    before += cut(text.slice(position, span.start));
    position = span.end;
  }
  before += cut(text.slice(position, step.span.start));
  const next = steps[index + 1];
  return { before, after: cut(text.slice(step.span.end, next && next.span.start < end ? next.span.start : end)) };
}

/** Words by which a block is meant for a shell that was opened before: "from the toolbox's prompt", "inside the container". */
const elsewhere =
  /\b(?:toolbox|prompt|inside (?:the|that|this|your)|within (?:the|that|this) (?:pod|container|shell|session|vm|host|machine)|in the (?:pod|container|shell|session|console)|once (?:connected|logged)|logged in(?:to)?|ssh(?: in(?:to)?| to|ed)|log (?:in|on) ?to|jumpbox|bastion|debug (?:pod|shell|session)|chroot)\b/i;

/** Whether the words right before a step say that it runs in another shell than the one in which the runbook was begun. */
export function isWithinAnother(step: Step, document: IncidentDocument): boolean {
  const lead = surroundingsOf(step, document)
    .before.trimEnd()
    .split(/\n\s*\n/)
    .at(-1);
  return elsewhere.test(lead ?? '');
}

/** The steps behind one in its section, the next ones alone. */
export function stepsBehind(step: Step, { steps }: IncidentDocument): readonly Step[] {
  const index = indexOfStep(steps, step);
  return steps.slice(index + 1, index + 1 + near).filter(({ section }) => section === step.section);
}

function indexOfStep(steps: readonly Step[], step: Step): number {
  return firstThat(steps, ({ span }) => span.start >= step.span.start);
}

/** The beginning and the end of words that are very long. */
function cut(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest / 2)}\n\n${words.slice(-longest / 2)}`;
}

/** What a document says below its title, before its first section. */
export function introductionOf({ text, outline, title }: IncidentDocument): string {
  const first = outline.sections.find(({ span }) => span.start > (title?.span.start ?? -1));
  return cut(text.slice(title?.span.end ?? 0, first?.span.start ?? 0));
}

/** What the sections above say before they are divided: a warning there holds for all below. */
function introductions(section: Section | undefined, text: string): string {
  let words = '';
  for (let above = section?.parent; above; above = above.parent) {
    words = `${cut(text.slice(above.span.start, above.bodySpan.end))}\n${words}`;
  }
  return words;
}
