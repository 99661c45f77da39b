/** A heredoc's beginning: the words up to the closing one are data and no commands. */
const heredoc = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/;

/** One command of a block as a shell reads it: a line with its continuations, without the heredoc that it feeds. */
export interface ShellLine {
  /** Joined with the lines that continue it. */
  readonly text: string;
  /** Where its first character stands in the command. */
  readonly start: number;
  /** Behind its last character, continuations and heredoc included. */
  readonly end: number;
}

/** The commands of a block line by line; comments and blank lines are left out, quoted text that spans lines is one line. */
export function shellLines(command: string): ShellLine[] {
  const found: ShellLine[] = [];
  let start = 0;
  let text = '';
  let closing: string | undefined;
  let position = 0;
  for (const line of command.split('\n')) {
    const end = position + line.length;
    const last = found.at(-1);
    if (closing !== undefined) {
      if (line.trim() === closing) closing = undefined;
      if (last) found[found.length - 1] = { ...last, end };
    } else {
      if (text === '') start = position + line.search(/\S|$/);
      const continued = /(?:^|[^\\])(?:\\\\)*\\\s*$/.test(line);
      text += (text === '' ? '' : ' ') + (continued ? line.replace(/\\\s*$/, '') : line).trim();
      if (!continued && !isOpen(text)) {
        if (text !== '' && !text.startsWith('#')) found.push({ text, start, end });
        if (!text.startsWith('#')) closing = heredoc.exec(text)?.[2];
        text = '';
      }
    }
    position = end + 1;
  }
  if (text !== '' && !text.startsWith('#')) found.push({ text, start, end: command.length });
  return found;
}

/** Whether a quote is still open at the end of a line; an apostrophe in a comment opens none. */
function isOpen(line: string): boolean {
  if (line.startsWith('#')) return false;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i] ?? '';
    if (character === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && /\s/.test(line[i - 1] ?? '')) return false;
  }
  return quote !== '';
}
