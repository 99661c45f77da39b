import { visible } from '../terminal/hiddenCharacters.ts';

/* oxlint-disable no-control-regex -- that is what is looked for */
/** What a terminal is told and does not show: operating system commands, device strings, control sequences, single escapes. */
const sequences =
  /(?:\u001B\]|\u009D)[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?|\u001B[PX^_][\s\S]*?(?:\u001B\\|$)|(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B[ -/]*[0-~]/g;
/** Controls that show nothing; those that move back are heeded before. */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/* oxlint-enable no-control-regex */

/** So much of an output goes into a document, in lines and in UTF-16 code units of each. */
const most = { head: 25, tail: 35, line: 300 } as const;

/**
 * What a person reads of a terminal's raw output: without escape sequences, with what a line was overwritten by, and without
 * the block that is shown before it runs. What can't be seen is made visible.
 */
export function plainOutput(raw: string, shown: string): string {
  const plain = raw
    .replace(sequences, '')
    .split(/\r*\n/)
    .map((line) => visible(overwritten(line).replace(controls, '')).trimEnd())
    .join('\n')
    .replace(/^\n+|\s+$/g, '');
  const block = shown
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  return plain.startsWith(block) && block.includes('\n')
    ? plain.slice(block.length).replace(/^\n+/, '')
    : withoutLine(plain, block);
}

/** A text without its middle, and long lines without their ends. */
export function shortenedOutput(text: string): string {
  const lines = text.split('\n').map((line) => (line.length <= most.line ? line : `${line.slice(0, most.line - 1)}…`));
  const left = lines.length - most.head - most.tail;
  if (left <= 1) return lines.join('\n');
  return [...lines.slice(0, most.head), `… ${left} lines left out …`, ...lines.slice(-most.tail)].join('\n');
}

/** An output whose first line is the block itself. */
function withoutLine(plain: string, block: string): string {
  const [first, ...rest] = plain.split('\n');
  return first === block ? rest.join('\n').replace(/^\n+/, '') : plain;
}

/** What stands in a line in the end: each return begins it anew, each backspace takes a character back. */
function overwritten(line: string): string {
  const last = line.split('\r').findLast((part) => part !== '') ?? '';
  const text: string[] = [];
  for (const character of last) {
    if (character === '\b') text.pop();
    else text.push(character);
  }
  return text.join('');
}
