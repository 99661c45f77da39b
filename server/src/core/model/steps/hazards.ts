/** Something in a command that a shell takes otherwise than its writer meant. */
export interface ShellHazard {
  /** Where it stands in the command, and how long it is. */
  readonly index: number;
  readonly length: number;
  /** What is wrong and what would be right, as a sentence for the reader. */
  readonly message: string;
  /** What to write in its place; undefined where that takes thought. */
  readonly replacement: string | undefined;
}

const straight: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
]);
const curly = /[“”„‘’‚]/g;
/** `–namespace`, `—force`: an editor made one dash of two hyphens, or a hyphen long. */
const dash = /(?<=^|\s)([–—−]{1,2})(?=[A-Za-z])/g;
const leaves = /^(?:exit|logout)\b(?:\s+\S+)?$/;
/** `… || exit 1`, neither in quotes nor in parentheses or braces, which another shell reads. */
const leavesAfter = /^(?!(?:if|for|while|until|case|function)\b)[^'"(){}]*(?:\|\||&&)\s*(exit(?:\s+\d+)?)\s*$/;
const options = /^set\s+(?:-\w*[eu]\w*|-o\s+(?:errexit|nounset|pipefail))(?:\s|$)/;
const reads = /^(?:read|select)\b(?!.*<)/;

/** Whether a command ends the shell that runs it. */
export function leavesShell(command: string): boolean {
  return leaves.test(command);
}

/** The hazards of one command, in order. `nested` where an earlier command opened a shell that this one may be meant for. */
export function readHazards(command: string, nested: boolean): ShellHazard[] {
  const found: ShellHazard[] = [];
  const whole = (message: string): void => {
    found.push({ index: 0, length: command.length, message, replacement: undefined });
  };
  if (leavesShell(command) && !nested) whole(`"${command}" closes the terminal of whoever runs this; leave it away.`);
  const after = nested ? null : leavesAfter.exec(command);
  if (after?.[1] !== undefined)
    whole(`"${after[1]}" closes the terminal of whoever runs this; say in words when to stop.`);
  if (options.test(command)) {
    whole(
      `"${command}" stays on after the block, and the first command that fails then closes the terminal; put the block in a script, or in ( … ).`,
    );
  }
  if (reads.test(command))
    whole('This command reads what is typed, and so takes the next line of the block; give it a file or a parameter.');
  for (const match of command.matchAll(dash)) {
    const hyphens =
      match[1] === '—' || match[0].length > 1 || /^[A-Za-z]{2,}/.test(command.slice(match.index + 1)) ? '--' : '-';
    found.push({
      index: match.index,
      length: match[0].length,
      message: `A dash stands here where the command needs ${hyphens === '--' ? 'two hyphens' : 'a hyphen'}; write "${hyphens}".`,
      replacement: hyphens,
    });
  }
  for (const match of command.matchAll(curly)) {
    if (isQuoted(command, match.index)) continue;
    const quote = straight.get(match[0]) ?? '"';
    found.push({
      index: match.index,
      length: 1,
      message: `A typographic quotation mark stands here, which no shell takes for one; write a straight one.`,
      replacement: quote,
    });
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** Whether a place lies between straight quotes, where curly ones are words. */
function isQuoted(command: string, index: number): boolean {
  let quote = '';
  for (let i = 0; i < index; i++) {
    const character = command[i] ?? '';
    if (character === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
  }
  return quote !== '';
}
