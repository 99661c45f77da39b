import type { IncidentDocument, Step } from '../../core/model/document.ts';
import { frontMatterText } from '../../core/parse/frontMatter.ts';
import { sectionAt } from '../../core/parse/outline.ts';
import { fileNameOf } from '../../core/text/path.ts';
import { contains } from '../../core/text/span.ts';
import { stepAtRequest, type StepAtParams, type StepAtResult } from '../../protocol/channels.ts';
import { rangeOf } from '../convert.ts';
import { documentRequest, noDocument } from './request.ts';

/** The step whose block holds a line, else the only one of its section: of several nobody has said which is meant. */
export const stepAt = documentRequest<StepAtParams, StepAtResult>(
  stepAtRequest,
  ({ document, lines, version }, { uri, line }) => {
    if (!document) return noDocument(uri);
    const held = blockAt(document, line);
    const around = held ? [held] : blocksAround(document, line);
    const step = around[0];
    if (around.length > 1)
      return {
        reason: `The section at line ${line + 1} has ${around.length} blocks; put the caret in the one you mean.`,
      };
    if (!step)
      return { reason: `There is no block to run at line ${line + 1} nor in its section; put the caret in one.` };
    const cwd = frontMatterText(document.frontMatter, 'cwd');
    return {
      version,
      id: step.id,
      title: step.title,
      document: document.title?.subject || fileNameOf(document.path),
      language: step.language,
      command: step.command,
      runnable: step.runnable && step.command !== '',
      ...reasonNotToRun(step),
      range: rangeOf(lines, step.span),
      ...(cwd === undefined ? {} : { cwd }),
    };
  },
);

function blockAt({ steps, lines }: IncidentDocument, line: number): Step | undefined {
  return steps.find(
    ({ span }) => lines.lineAt(span.start) <= line && line <= lines.lineAt(Math.max(span.start, span.end - 1)),
  );
}

/** The blocks of the innermost section around a line, those that can be run if there are such. */
function blocksAround({ steps, lines, outline }: IncidentDocument, line: number): readonly Step[] {
  const section = sectionAt(outline, lines.contentSpan(line).end);
  const inside = section ? steps.filter((step) => contains(section.span, step.span)) : [];
  const runnable = inside.filter((step) => step.runnable);
  return runnable.length > 0 ? runnable : inside;
}

function reasonNotToRun({ runnable, language, command }: Step): { reason?: string } {
  if (runnable) return command === '' ? { reason: 'This block is empty; there is nothing to run.' } : {};
  if (language === '')
    return { reason: 'This block has no language, so it does not run; write "bash" behind its opening fence.' };
  return { reason: `A block in ${language} does not run in a shell; only shell blocks do.` };
}
