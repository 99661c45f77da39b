import type { IncidentDocument, Step } from '../document.ts';

const once =
  /\b(?:not|non|isn['’]t)[- ]idempotent\b|\bidempotent:\s*(?:false|no)\b|\b(?:run|execute)\b[^.\n]{0,40}\b(?:(?:only|exactly|just) once|once only|no more than once)\b|\b(?:do not|don['’]t|never) (?:re-?run|(?:run|execute)\b[^.\n]{0,20}\b(?:again|twice|more than once))\b/i;
const repeatable = /(?<!not |non-)\bidempotent\b(?!:\s*(?:false|no)\b)/i;

/**
 * Whether a step must not run twice by mistake: the words right above its block or a comment in it say so (`<!-- not
 * idempotent -->`, "run only once"), or the front matter does for all (`idempotent: false`) and nothing at the block denies it.
 */
export function runsOnce(step: Step, { text, steps, frontMatter }: IncidentDocument): boolean {
  const before = steps.findLast(({ span }) => span.end <= step.span.start);
  const start = Math.max(step.section?.span.start ?? 0, before?.span.end ?? 0);
  const comments = step.content.split('\n').filter((line) => /^\s*(?:#|--|\/\/)/.test(line));
  const words = `${text.slice(start, step.span.start)}\n${comments.join('\n')}`;
  if (once.test(words)) return true;
  const ofAll = frontMatter.entries.find(({ key }) => key === 'idempotent')?.value;
  return (ofAll === false || ofAll === 'no') && !repeatable.test(words);
}
