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

/** What is open at the end of a line: a quotation mark, or nothing. */
type Quote = '"' | "'" | '';

/** The commands of a block line by line; comments and blank lines are left out, quoted text that spans lines is one line. */
export function shellLines(command: string): ShellLine[] {
  const found: ShellLine[] = [];
  let parts: string[] = [];
  let start = 0;
  let quote: Quote = '';
  let closing: string | undefined;
  let position = 0;
  const close = (end: number): void => {
    const text = parts.join(' ');
    parts = [];
    if (text === '' || text.startsWith('#')) return;
    found.push({ text, start, end });
    closing = heredoc.exec(text.slice(0, longest))?.[2];
  };
  for (const line of command.split('\n')) {
    const end = position + line.length;
    const last = found.at(-1);
    if (closing !== undefined) {
      if (line.trim() === closing) closing = undefined;
      if (last) found[found.length - 1] = { ...last, end };
    } else {
      if (parts.length === 0) start = position + line.search(/\S|$/);
      const continued = quote === '' && /(?:^|[^\\])(?:\\\\)*\\\s*$/.test(line);
      parts.push((continued ? line.replace(/\\\s*$/, '') : line).trim());
      quote = quoteAfter(line, quote);
      if (!continued && quote === '') close(end);
    }
    position = end + 1;
  }
  close(command.length);
  return found;
}

/** A heredoc is announced near the beginning of its command. */
const longest = 2000;

/** What is open behind a line; an apostrophe in a comment opens nothing. */
function quoteAfter(line: string, before: Quote): Quote {
  let quote = before;
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (character === '\\' && quote !== "'") i++;
    else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && (i === 0 || /\s/.test(line[i - 1] ?? ''))) return '';
  }
  return quote;
}
