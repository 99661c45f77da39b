import type { LineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { Step } from '../document.ts';
import { commandLines } from './command.ts';
import { programOf } from './commandNames.ts';
import { shellLines } from './shellLines.ts';

/** One command of a step: a line with what continues it. */
export interface StepCommand {
  /** What the shell reads, continuations joined. */
  readonly text: string;
  /** Its program's name, without `sudo` and assignments before it. */
  readonly program: string;
  /** Where it stands in the document, prompt and indentation aside. */
  readonly span: Span;
}

/** The commands of a step, comments left out, in document order. */
export function commandsOf(step: Step, lines: LineIndex): StepCommand[] {
  const physical = commandLines(step.content, step.language);
  const text = physical.map((line) => line.text).join('\n');
  /** Where each line begins in `text`. */
  const starts: number[] = [];
  let position = 0;
  for (const line of physical) {
    starts.push(position);
    position += line.text.length + 1;
  }
  const placeOf = (offset: number): number => {
    const index = starts.findLastIndex((start) => start <= offset);
    const line = physical[index];
    return line
      ? placeInStep(step, lines, line.line, line.text.length - (offset - (starts[index] ?? 0)))
      : step.span.start;
  };
  return shellLines(text).map((line) => ({
    text: line.text,
    program: programOf(line.text),
    span: { start: placeOf(line.start), end: placeOf(line.end) },
  }));
}

/** The offset in the document of a place in a step's content, given by its line and how far from the line's end it is. */
export function placeInStep(step: Step, lines: LineIndex, line: number, fromEnd: number): number {
  return lines.contentSpan(lines.lineAt(step.span.start) + 1 + line).end - fromEnd;
}
