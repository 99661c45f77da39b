import { programOf } from './commandNames.ts';
import { dangerousCommands, onlyShows } from './dangerous.ts';
import { shellLines } from './shellLines.ts';

/** Something in a text that a person is asked about before it runs. */
export interface Danger {
  /** The command, shortened at its end. */
  readonly command: string;
  /** What it does, as the end of a sentence that begins with "This command". */
  readonly reason: string;
}

/** Commands of which a team wants to be asked too: a regular expression of JavaScript, and why. */
export interface TeamDanger {
  readonly pattern: string;
  readonly reason: string;
}

/** Whether a text holds a match of a team's pattern, case aside; undefined where it takes too long to say. */
export type Search = (pattern: string, text: string) => boolean | undefined;

/** What a text is judged by. */
export interface Judges {
  /** Whether a `#` begins a comment in its language. */
  readonly hasComments: boolean;
  readonly team: readonly TeamDanger[];
  readonly search: Search;
}

/** A line that is longer nobody reads, in UTF-16 code units; what it hides is not looked for. */
const longest = 8000;
/** So much of a command is shown. */
const shownLength = 120;

/**
 * What of a text that is about to run is dangerous, each reason once. More is looked at than a shell would run: a line that
 * is part of a text, of a here-document or of a quoted word may be handed to another program.
 */
export function dangersOf(text: string, { hasComments, team, search }: Judges): readonly Danger[] {
  const found = new Map<string, Danger>();
  const add = (command: string, reason: string): void => {
    const shown = command.length <= shownLength ? command : `${command.slice(0, shownLength - 1)}…`;
    if (!found.has(reason)) found.set(reason, { command: shown, reason });
  };
  for (const line of linesOf(text, hasComments)) {
    if (line.length > longest) {
      add(line, 'is too long for anybody to read');
      continue;
    }
    for (const part of partsOf(line)) {
      if (onlyShows(part, programOf(part))) continue;
      const danger = dangerousCommands.find(({ pattern }) => pattern.test(part));
      if (danger) add(part, danger.reason);
    }
    for (const { pattern, reason } of team) {
      const isFound = search(pattern, line);
      if (isFound === true) add(line, reason);
      if (isFound === undefined) add(line, `can't be compared with the pattern ${pattern} in time`);
    }
  }
  return [...found.values()];
}

/** Every line of a text by itself, and what a shell joins of them, without comments. */
function linesOf(text: string, hasComments: boolean): readonly string[] {
  const commands = shellLines(text).map((line) => line.text);
  const written = text.replace(/\\\r?\n\s*/g, ' ').split(/\r\n|\r|\n/);
  const lines = [...commands, ...written].map((line) => (hasComments ? withoutComment(line.trim()) : line.trim()));
  return [...new Set(lines)].filter((line) => line !== '');
}

/** A line as a whole, and each of the commands that it puts in a row. */
function partsOf(line: string): readonly string[] {
  const parts = line.split(/&&|\|\||;/).map((part) => part.trim());
  return parts.length > 1 ? [line, ...parts] : [line];
}

/** A line up to its comment: a `#` that no quotation mark holds. */
function withoutComment(line: string): string {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? '';
    if (character === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && (i === 0 || /\s/.test(line[i - 1] ?? ''))) return line.slice(0, i).trimEnd();
  }
  return line;
}
