import type { IncidentDocument, Step } from '../../core/model/document.ts';
import { sectionAt } from '../../core/parse/outline.ts';
import { contains } from '../../core/text/span.ts';
import { stepAtRequest, type Refusal, type StepAtParams, type StepAtResult } from '../../protocol/channels.ts';
import type { Reading } from '../reading.ts';
import { canRun, wireStep } from '../wireStep.ts';
import { documentRequest, noDocument } from './request.ts';

/** The step whose block holds a line, else the only one of its section: of several nobody has said which is meant. */
export const stepAt = documentRequest<StepAtParams, StepAtResult>(stepAtRequest, (reading, { uri, line }) => {
  const { document } = reading;
  if (!document) return noDocument(uri);
  const step = findStep(document, line, reading);
  return 'reason' in step ? step : wireStep(step, document, reading);
});

/** The step whose block holds a line, else the only one of its section. */
export function findStep(document: IncidentDocument, line: number, reading: Reading): Step | Refusal {
  const held = blockAt(document.steps, document, line);
  const around = held ? [held] : blocksAround(document, line, reading);
  const step = around[0];
  if (around.length > 1)
    return {
      reason: `The section at line ${line + 1} has ${around.length} blocks; put the caret in the one you mean.`,
    };
  return step ?? { reason: `There is no block to run at line ${line + 1} nor in its section; put the caret in one.` };
}

/** The step whose block, fences included, holds a line. */
export function blockAt(
  steps: readonly Step[],
  { lines }: Pick<IncidentDocument, 'lines'>,
  line: number,
): Step | undefined {
  return steps.find(
    ({ span }) => lines.lineAt(span.start) <= line && line <= lines.lineAt(Math.max(span.start, span.end - 1)),
  );
}

/** The blocks of the innermost section around a line, those that can be run if there are such. */
function blocksAround({ steps, lines, outline }: IncidentDocument, line: number, reading: Reading): readonly Step[] {
  const section = sectionAt(outline, lines.contentSpan(line).end);
  const inside = section ? steps.filter((step) => contains(section.span, step.span)) : [];
  const runnable = inside.filter((step) => canRun(step, reading));
  return runnable.length > 0 ? runnable : inside;
}
