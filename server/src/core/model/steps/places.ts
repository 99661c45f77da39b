import type { Span } from '../../text/span.ts';
import type { Dialect } from './dialects.ts';
import { rereader, type ReadCommand } from './rereaders.ts';
import type { ShellPlace } from './shellPlace.ts';

interface Word {
  text: string;
}

interface Draft {
  readonly quoting: ShellPlace['quoting'];
  readonly startsWord: boolean;
  readonly isAssigned: boolean;
  readonly word: Word;
  /** Which word of the command it is; the number of words for what is fed to it. */
  readonly index: number;
  readonly command: ReadCommand;
  readonly start: number;
}

interface Heredoc {
  readonly delimiter: string;
  readonly isLiteral: boolean;
  readonly isIndented: boolean;
  readonly command: ReadCommand;
}

/** What stands for a place in the words of its command. */
const hole = '\u0000';

/** What some places of a block are to the shell; `spans` are in order and do not overlap, and what stands in them is not read. */
export function shellPlaces(text: string, spans: readonly Span[], dialect: Dialect): ShellPlace[] {
  if (spans.length === 0) return [];
  const { drafts, isOpen } = readShell(text, spans, dialect);
  let line = 0;
  let counted = 0;
  return drafts.map(({ quoting, startsWord, isAssigned, word, index, command, start }) => {
    for (; counted < start; counted++) if (text[counted] === '\n') line++;
    const isWord = word.text === hole;
    return {
      // Where a quote never ends, nobody knows which of them was forgotten.
      quoting: isOpen && quoting !== 'comment' ? 'other' : quoting,
      startsWord,
      isWord,
      isAssigned,
      rereadBy: rereader(command, index, isWord),
      line,
    };
  });
}

function readShell(
  text: string,
  spans: readonly Span[],
  dialect: Dialect,
): { readonly drafts: readonly Draft[]; readonly isOpen: boolean } {
  const escape = dialect === 'powershell' ? '`' : dialect === 'cmd' ? '^' : '\\';
  const isPosix = dialect === 'posix';
  const drafts: Draft[] = [];
  const pending: Heredoc[] = [];
  let isOpen = false;
  let inBackticks = false;
  let i = 0;
  let next = 0;

  const atHole = (): boolean => spans[next]?.start === i;
  const take = (quoting: ShellPlace['quoting'], command: ReadCommand, word: Word, startsWord: boolean): void => {
    const span = spans[next++];
    if (!span) return;
    const index = command.words.includes(word) ? command.words.indexOf(word) : command.words.length;
    const isPlain = quoting === 'none' || quoting === 'single' || quoting === 'double';
    const known = dialect === 'cmd' || (inBackticks && isPlain) ? 'other' : quoting;
    const before = command.words.slice(0, index).every(({ text: other }) => assignment.test(other));
    const isAssigned = before && assignment.test(word.text);
    drafts.push({
      quoting: quoting === 'comment' ? quoting : known,
      startsWord,
      isAssigned,
      word,
      index,
      command,
      start: span.start,
    });
    word.text += hole;
    i = span.end;
    // Of `${POD%%.*}` the place ends behind the name.
    const isUnclosed = isPosix && text.startsWith('${', span.start) && text[i - 1] !== '}';
    if (isUnclosed && isPlain) readUntil('}', 0, command, word);
  };

  /** From an opening quote of some characters to behind the closing one. */
  const readQuoted = (
    opening: string,
    quoting: 'single' | 'double' | 'other',
    command: ReadCommand,
    word: Word,
  ): void => {
    const quote = opening.slice(-1);
    i += opening.length;
    while (i < text.length) {
      const c = text.charAt(i);
      if (atHole()) take(quoting, command, word, false);
      else if (c === quote && dialect === 'powershell' && text[i + 1] === quote) word.text += text.slice(i, (i += 2));
      else if (c === quote) {
        i++;
        return;
      } else if (c === escape && (quoting !== 'single' || dialect === 'fish')) word.text += text.slice(i, (i += 2));
      else if (quoting === 'double' && readExpansion(command, word)) continue;
      else word.text += text.charAt(i++);
    }
    isOpen = true;
  };

  /** What begins with `$` or a backtick, where the shell puts something else in its place; false where nothing does. */
  const readExpansion = (command: ReadCommand, word: Word): boolean => {
    const rest = text.slice(i, i + 3);
    if (isPosix && rest === '$((') readUntil('))', 3, command, word);
    else if (rest.startsWith('$(')) readCommands(')', 2);
    else if (isPosix && rest.startsWith('${')) readUntil('}', 2, command, word);
    else if (isPosix && rest.startsWith('`')) {
      const outer = inBackticks;
      inBackticks = true;
      readCommands('`', 1);
      inBackticks = outer;
    } else return false;
    word.text += '$';
    return true;
  };

  /** Arithmetic and `${…}`, from an opening of some characters to behind what closes it. */
  const readUntil = (closing: string, opening: number, command: ReadCommand, word: Word): void => {
    i += opening;
    while (i < text.length) {
      if (atHole()) take('other', command, word, false);
      else if (text.startsWith(closing, i)) {
        i += closing.length;
        return;
      } else if (text.charAt(i) === '\\') i += 2;
      else if (!readExpansion(command, word)) i++;
    }
    isOpen = true;
  };

  const readHeredoc = ({ delimiter, isLiteral, isIndented, command }: Heredoc): void => {
    while (i < text.length) {
      const newline = text.indexOf('\n', i);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(i, end);
      if ((isIndented ? line.replace(/^\t+/, '') : line) === delimiter) {
        i = end;
        return;
      }
      const expands = !isLiteral && /\$\(|`/.test(line);
      while (i < end) {
        if (atHole())
          take(expands ? 'other' : isLiteral ? 'literal-heredoc' : 'heredoc', command, { text: ' ' }, false);
        else i++;
      }
      if (newline >= 0) i++;
    }
  };

  const readComment = (command: ReadCommand): void => {
    while (i < text.length && text[i] !== '\n') {
      if (atHole()) take('comment', command, { text: ' ' }, false);
      else i++;
    }
  };

  const openHeredoc = (command: ReadCommand): boolean => {
    const operator = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|(\\?)([A-Za-z_]\w*))/y;
    operator.lastIndex = i;
    const found = operator.exec(text);
    if (!found || text[i + 2] === '<') return false;
    const [whole, dash, single, double, escaped, bare = ''] = found;
    const isLiteral = single !== undefined || double !== undefined || escaped === '\\';
    pending.push({ delimiter: single ?? double ?? bare, isLiteral, isIndented: dash === '-', command });
    command.isFed = true;
    i += whole.length;
    return true;
  };

  /** Commands, from an opening of some characters to behind what closes them, or to the end of the text. */
  const readCommands = (closing: ')' | '`' | undefined, opening: number): void => {
    i += opening;
    const at: { command: ReadCommand; word: Word | undefined } = { command: newCommand(), word: undefined };
    const inWord = (): Word => {
      if (!at.word) at.command.words.push((at.word = { text: '' }));
      return at.word;
    };
    const endCommand = (isPiped: boolean): void => {
      const following = newCommand();
      if (isPiped) at.command.pipedTo = following;
      at.command = following;
      at.word = undefined;
    };
    while (i < text.length) {
      const c = text.charAt(i);
      if (atHole()) {
        const isFirst = !at.word;
        take('none', at.command, inWord(), isFirst);
      } else if (c === closing) {
        i++;
        return;
      } else if (c === '\n') {
        i++;
        endCommand(false);
        for (const heredoc of pending.splice(0)) readHeredoc(heredoc);
      } else if (c === escape) {
        if (text[i + 1] !== '\n') inWord().text += text.charAt(i + 1);
        i += 2;
      } else if (c === '#' && !at.word && dialect !== 'cmd') readComment(at.command);
      else if (/\s/.test(c)) {
        i++;
        at.word = undefined;
      } else if (c === '|' && text[i + 1] !== '|') {
        i += text[i + 1] === '&' ? 2 : 1;
        endCommand(true);
      } else if (c === ';' || c === '&' || c === '|' || c === ')') {
        i++;
        endCommand(false);
      } else if (isPosix && text.startsWith('((', i) && at.command.words.length === 0)
        readUntil('))', 2, at.command, inWord());
      else if (isPosix && c === '<' && text[i + 1] === '<' && openHeredoc(at.command)) at.word = undefined;
      else if (c === '(') {
        // Behind a word it is a list of values, or the parameters of a function; in fish the output of a command.
        readCommands(')', 1);
        if (at.word) inWord().text += '$';
      } else if (c === '<' || c === '>') {
        i++;
        at.word = undefined;
      } else if (isPosix && text.startsWith("$'", i)) readQuoted("$'", 'other', at.command, inWord());
      else if (isPosix && text.startsWith('$"', i)) readQuoted('$"', 'double', at.command, inWord());
      else if (c === "'" && dialect !== 'cmd') readQuoted("'", 'single', at.command, inWord());
      else if (c === '"') readQuoted('"', 'double', at.command, inWord());
      else if ((c === '$' || c === '`') && readExpansion(at.command, inWord())) continue;
      else {
        inWord().text += c;
        i++;
      }
    }
    if (closing !== undefined) isOpen = true;
  };

  readCommands(undefined, 0);
  return { drafts, isOpen };
}

const assignment = /^[A-Za-z_]\w*\+?=/;

function newCommand(): ReadCommand {
  return { words: [], isFed: false, pipedTo: undefined };
}
