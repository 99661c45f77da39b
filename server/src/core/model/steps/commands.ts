import { firstThat } from '../../text/ordered.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { ownWords, slice } from '../../text/slice.ts';
import { moved, type Span } from '../../text/span.ts';
import type { Recall } from '../../text/recall.ts';
import type { IncidentDocument, Step } from '../document.ts';
import { commandLines, hasPrompts, type CommandLine } from './command.ts';
import { isLogged, looksLikeCommand, programOf } from './commandNames.ts';
import { isData } from './languages.ts';
import { shellLines } from './shellLines.ts';

/** One command of a step: a line with what continues it. */
export interface StepCommand {
  /** What the shell reads, continuations joined; cut short where it is very long. */
  readonly text: string;
  /** Its program's name, without `sudo` and assignments before it. */
  readonly program: string;
  /** Where it stands in the document, prompt and indentation aside. */
  readonly span: Span;
}

/** What a command is told by stands at its beginning; data that follows may be as long as it likes. */
const longest = 2000;

/** What a database is told; in a block that names no language it is told from output by its words. */
const statement =
  /^(?:DROP|TRUNCATE|DELETE|UPDATE|INSERT|ALTER|CREATE|GRANT|REVOKE|SELECT|FLUSH\w*|VACUUM|REINDEX)\s+\S|^db\.\w/i;

/** The commands of a step, comments left out, in document order; of a block without a language the lines that look like some. */
export function commandsOf(step: Step, { lines, recall }: Pick<IncidentDocument, 'lines' | 'recall'>): StepCommand[] {
  return recall(commandsIn, step, lines, recall);
}

function commandsIn(step: Step, lines: LineIndex, recall: Recall): StepCommand[] {
  if (isData(step.language)) return [];
  const { physical, commands } = recall(writtenCommands, `${step.language}\n${step.content}`);
  if (commands.length === 0) return [];
  const block = blockOf(step, lines);
  const first = firstLine(step);
  let place: ReturnType<typeof placesIn> | undefined;
  return commands.map(({ text, program, start, end }) => ({
    text,
    program,
    // Most commands are only looked at, and nobody wants to know where they stand. The step may have moved since.
    get span() {
      place ??= placesIn(block, physical, first);
      return moved({ start: place(start), end: place(end) }, step.span.start);
    },
  }));
}

/** The whole block of a step, fences included. */
function blockOf({ span }: Step, { text }: LineIndex): string {
  return ownWords(slice(text, span));
}

/** The commands of a block, and the lines in whose text they stand; its language is the first line of what is given. */
function writtenCommands(block: string): {
  readonly physical: readonly CommandLine[];
  readonly commands: readonly (Omit<StepCommand, 'span'> & Span)[];
} {
  const newline = block.indexOf('\n');
  const language = block.slice(0, newline);
  const content = block.slice(newline + 1);
  const physical = commandLines(content, language);
  const commands = shellLines(textOf(physical)).map((line) => {
    const text = line.text.slice(0, longest);
    return { text, program: programOf(text), start: line.start, end: line.end };
  });
  return {
    physical,
    commands:
      (language === '' || language === 'text') && !hasPrompts(content, language)
        ? commands.filter(({ text }) => looksLikeCommand(text) || statement.test(text))
        : commands.filter(({ text }) => !isLogged(text)),
  };
}

function textOf(physical: readonly CommandLine[]): string {
  return physical.map(({ text }) => text).join('\n');
}

/** The comments of a step, in document order: whole lines, and what follows a command that has no quotes. */
export function commentsOf(step: Step, lines: LineIndex): Span[] {
  return commandLines(step.content, step.language).flatMap(({ text, line }) => {
    const comment = /^\s*(#(?!!).*)$|^[^'"#\\]*\s(#\s.*)$/
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (comment === undefined) return [];
    const end = placeInStep(step, lines, line, 0);
    return [{ start: end - comment.length, end }];
  });
}

/** Where a part of a step's command stands in the document. */
export function spanInDocument(step: Step, lines: LineIndex, { start, end }: Span): Span {
  const placeOf = placesIn(blockOf(step, lines), commandLines(step.content, step.language), firstLine(step));
  return moved({ start: placeOf(start), end: placeOf(end) }, step.span.start);
}

/** Which line of a block is the first of its content: the one behind the fence, where it has one. */
function firstLine({ fenceSpan }: Step): number {
  return fenceSpan.start < fenceSpan.end ? 1 : 0;
}

/** Where each character of a block's command, whose lines are given, stands in the block, whose content begins in line `first`. */
function placesIn(block: string, physical: readonly CommandLine[], first: number): (offset: number) => number {
  const lines = new LineIndex(block);
  /** Where each line begins in the command. */
  const starts: number[] = [];
  let position = 0;
  for (const line of physical) {
    starts.push(position);
    position += line.text.length + 1;
  }
  return (offset) => {
    const index = lastAtMost(starts, offset);
    const line = physical[index];
    if (!line) return 0;
    return lines.contentSpan(first + line.line).end - (line.text.length - (offset - (starts[index] ?? 0)));
  };
}

/** The index of the last of some rising numbers that is no greater than another one; -1 where all are. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  return firstThat(numbers, (number) => number > limit) - 1;
}

/** The offset in the document of a place in a step's content, given by its line and how far from the line's end it is. */
export function placeInStep(step: Step, lines: LineIndex, line: number, fromEnd: number): number {
  return lines.contentSpan(lines.lineAt(step.span.start) + 1 + line).end - fromEnd;
}
