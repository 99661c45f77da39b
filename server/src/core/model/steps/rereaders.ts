/** A command as far as its words tell who reads them. */
export interface ReadCommand {
  readonly words: { text: string }[];
  /** Whether a here-document is fed to it. */
  isFed: boolean;
  /** What reads its output. */
  pipedTo: ReadCommand | undefined;
}

const shells = /^(?:ba|z|da|a|k|fi)?sh$|^(?:pwsh|powershell|cmd)(?:\.exe)?$/;
const commandOption = /^-\w*c$|^--command$|^-(?:Command|c)$|^\/[ck]$/i;
/** They read all their words again, here or on another machine. */
const evaluating = /^(?:eval|ssh|watch|trap|iex|Invoke-Expression|let)$/;
/** They run one word of theirs as a command where an option says so. */
const delegating = /^(?:su|runuser|script|flock|chroot|nsenter)$/;
/** They read a program or a query from their words or their input; a word that is the value alone is data to them. */
const interpreting =
  /^(?:[gm]?awk|sed|perl|ruby|python[\d.]*|node|php|psql|mysql|mariadb|sqlite3|mongo|mongosh|cqlsh|clickhouse-client)$/;
/** Of these, those that read queries from their input whatever their words are. */
const queried = /^(?:psql|mysql|mariadb|sqlite3|mongo|mongosh|cqlsh|clickhouse-client)$/;
/** Comparisons of numbers, which some shells work out as arithmetic. */
const numeric = /^-(?:eq|ne|lt|le|gt|ge)$/;

/** The program that reads a word of a command again as a program of its own; undefined where none does. */
export function rereader(command: ReadCommand, index: number, isWord: boolean): string | undefined {
  return rereaderOfWord(command, index, isWord) ?? rereaderOfOutput(command);
}

function rereaderOfWord({ words, isFed }: ReadCommand, index: number, isWord: boolean): string | undefined {
  const names = words.map(({ text }) => nameOf(text));
  const isInput = index >= words.length;
  for (const [at, name] of names.entries()) {
    if (at >= index) break;
    if (evaluating.test(name)) return name;
    if (shells.test(name) || delegating.test(name)) {
      const option = words.findIndex(({ text }, other) => other > at && commandOption.test(text));
      if (option !== -1 && option < index) return `${name} ${words[option]?.text ?? ''}`;
      if (isInput && isFed && shells.test(name)) return name;
    }
    if (interpreting.test(name) && (isInput ? isFed : !isWord)) return name;
  }
  return /^\[\[?$|^test$/.test(names[0] ?? '') && words.some(({ text }) => numeric.test(text)) ? names[0] : undefined;
}

/** What is printed into a shell or a database's client runs there. */
function rereaderOfOutput({ words, isFed, pipedTo }: ReadCommand): string | undefined {
  const printer = nameOf(words[0]?.text ?? '');
  if (!/^(?:echo|printf|print|Write-Output)$/.test(printer) && !isFed) return undefined;
  for (let command = pipedTo; command; command = command.pipedTo) {
    const names = command.words.map(({ text }) => nameOf(text));
    const name = names.find((word) => shells.test(word) || word === 'ssh' || queried.test(word));
    if (name !== undefined) return name;
    if (interpreting.test(names[0] ?? '') && (names.length === 1 || names.includes('-'))) return names[0];
  }
  return undefined;
}

function nameOf(word: string): string {
  return word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
}
