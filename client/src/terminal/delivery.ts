import type { Language } from './languages.ts';
import { withoutErrexit } from './errexit.ts';
import { isPlain } from './plainLine.ts';
import { quoted, quotedPath } from './quoting.ts';
import bash from './scripts/step.bash';
import cmd from './scripts/step.cmd';
import fish from './scripts/step.fish';
import powershell from './scripts/step.ps1';
import sh from './scripts/step.sh';
import zsh from './scripts/step.zsh';
import type { Shell } from './shell.ts';

/** How a block reaches a shell: one line to type, and the files that have to be there for it. */
export interface Delivery {
  readonly line: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The file that stands there once the block has ended; undefined where the shell makes none. */
  readonly marker: string | undefined;
}

/** What a block is given. */
export interface Values {
  /** What is shown in place of the block; undefined for the block itself. */
  readonly shown?: string | undefined;
  /** What the shell gets into its environment, in a file of its own that is gone once it is read. */
  readonly environment: Readonly<Record<string, string>>;
}

const noValues: Values = { environment: {} };

interface ShellScript {
  readonly text: string;
  readonly extension: string;
  /** The word that has a file read by the shell itself. */
  readonly source: string;
  /** Whether what the block does can't end the shell. */
  readonly contains: boolean;
  /** The line that gives a variable to the shell's environment; the value means itself. */
  readonly give: (name: string, value: string) => string;
  /** The line that has such a file, given its quoted path, read and removed. */
  readonly load: (path: string) => string;
}

// What a variable was declared to be, such as a number, would change its value.
const exported = (name: string, value: string): string => `unset -v ${name}; export ${name}=${quoted('sh', value)}`;
const loaded = (path: string): string => `. ${path}; command rm -f ${path}`;
const plainShell: ShellScript = {
  text: sh,
  extension: '.sh',
  source: '.',
  contains: false,
  give: exported,
  load: loaded,
};
const scripts: Readonly<Record<Shell, ShellScript>> = {
  bash: { text: bash, extension: '.sh', source: '.', contains: true, give: exported, load: loaded },
  zsh: { text: zsh, extension: '.zsh', source: '.', contains: true, give: exported, load: loaded },
  fish: {
    text: fish,
    extension: '.fish',
    source: 'source',
    contains: true,
    give: (name, value) => `set -gx ${name} ${quoted('fish', value)}`,
    load: (path) => `source ${path}; command rm -f ${path}`,
  },
  sh: plainShell,
  powershell: {
    text: powershell,
    extension: '.ps1',
    source: '.',
    contains: true,
    give: (name, value) => `$env:${name} = ${quoted('powershell', value)}\n$${name} = $env:${name}`,
    load: (path) => `. ${path}; Remove-Item -LiteralPath ${path}`,
  },
  cmd: {
    text: cmd,
    extension: '.cmd',
    source: 'call',
    contains: false,
    // It has no quoting: whoever gives the values lets only harmless ones through.
    give: (name, value) => `set "${name}=${value}"`,
    load: (path) => `call ${path}\ndel ${path}`,
  },
  other: plainShell,
};

/** A command that replaces the shell, or turns what it writes elsewhere for good. */
const replacesShell = /(?:^|[;&|({]|\b(?:then|do|else|and|or|begin))[ \t]*exec[ \t]/m;

/** What can end a plain shell, or take it back to its prompt with the rest of its script unread. */
const endsShell = /\b(?:exit|exec|logout|errexit|nounset|return)\b|\bset\s+-\w*[eu]|\$\{\w+:?\?/;

/**
 * How a block reaches a shell that reports when a command ends: a line that is the same to every shell as it is, anything
 * else as files.
 */
export function deliver(
  block: string,
  language: Language,
  shell: Shell,
  base: string,
  values: Values = noValues,
): Delivery {
  const isTyped = language.sourcedBy.includes(shell) || (shell === 'fish' && language.sourcedBy.includes('bash'));
  return isTyped && isPlain(block) && Object.keys(values.environment).length === 0 && values.shown === undefined
    ? { line: block.trim(), files: [], marker: undefined }
    : deliverAsFiles(block, language, shell, base, values);
}

/**
 * The files of a block, named `base` and an ending, and the line that runs them. A newline typed into a terminal is an Enter,
 * which a block that reads would take for its input; tabs complete, `!` recalls history, `#` is a command in zsh. The leading
 * space keeps the line out of most histories.
 */
export function deliverAsFiles(
  block: string,
  language: Language,
  shell: Shell,
  base: string,
  { environment, shown = block }: Values = noValues,
): Delivery {
  const script = scripts[shell];
  const isSourced = language.sourcedBy.includes(shell) && mayRead(script, block);
  const blockPath = `${base}.block${isSourced ? script.extension : language.extension}`;
  const scriptPath = `${base}${script.extension}`;
  const givenPath = `${base}.values${script.extension}`;
  const names = Object.keys(environment);
  const marker = shell === 'powershell' ? undefined : `${base}.done`;
  const words: Readonly<Record<string, string>> = {
    TEXT: quoted(shell, shown),
    GIVE: names.length === 0 ? '' : script.load(quotedPath(shell, givenPath)),
    FILE: quotedPath(shell, blockPath),
    RUN: isSourced ? sourceLine(shell, script, blockPath) : programLine(shell, language.program, blockPath),
    MARKER: marker === undefined ? '' : quotedPath(shell, marker),
  };
  const text = script.text.replace(
    /INCIDENT_DOCS_(TEXT|GIVE|FILE|RUN|MARKER)/g,
    (found, word: string) => words[word] ?? found,
  );
  return {
    line: ` ${shell === 'other' ? 'sh' : script.source} ${quotedPath(shell, scriptPath)}`,
    files: [
      { path: scriptPath, text: encoded(script.extension, text) },
      ...(names.length === 0 ? [] : [{ path: givenPath, text: encoded(script.extension, given(script, environment)) }]),
      {
        path: blockPath,
        text: encoded(
          isSourced ? script.extension : language.extension,
          isSourced ? sourced(shell, block) : read(language, names, block),
        ),
      },
    ],
    marker,
  };
}

/** The line that has a shell read a file itself; a plain one drops its own script too where the file can't be parsed. */
function sourceLine(shell: Shell, { source, contains }: ShellScript, path: string): string {
  const line = `${source} ${quotedPath(shell, path)}`;
  return contains || shell === 'cmd' ? line : `sh -n ${quotedPath(shell, path)} && ${line}`;
}

/** Whether a shell can read a block itself and is still there afterwards. */
function mayRead({ contains }: ShellScript, block: string): boolean {
  return contains ? !replacesShell.test(block) : !endsShell.test(block);
}

/** The line that has a program run a file. */
function programLine(shell: Shell, program: readonly string[], path: string): string {
  const bare = shell === 'powershell' || shell === 'cmd' ? /^[\w./:-]+$/ : /^[\w./:@%+,=-]+$/;
  const words = program.map((word) => (bare.test(word) ? word : quoted(shell, word)));
  const line = [...words, quotedPath(shell, path)].join(' ');
  // A quoted word is a text to PowerShell, and a batch file that is not called never comes back.
  if (shell === 'powershell') return `& ${line}`;
  return shell === 'cmd' ? `call ${line}` : line;
}

function given({ give }: ShellScript, environment: Values['environment']): string {
  return Object.entries(environment)
    .map(([name, value]) => give(name, value))
    .join('\n');
}

/** A block for a child; PowerShell has what is in its environment under another name. */
function read({ extension }: Language, names: readonly string[], block: string): string {
  return extension === '.ps1' ? names.map((name) => `$${name} = $env:${name}; `).join('') + block : block;
}

function sourced(shell: Shell, block: string): string {
  if (shell === 'zsh') return withoutErrexit(block);
  if (shell !== 'bash') return block;
  // The empty line ends a continuation.
  return `trap '__incident_docs_failed "$?" "$LINENO" || return "$?"' ERR; { :; ${block}\n\n}`;
}

/** A file's text as its reader wants it: batch files end their lines with CRLF, Windows PowerShell takes UTF-8 only with a mark. */
function encoded(extension: string, text: string): string {
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  if (extension === '.cmd') return ended.replaceAll('\n', '\r\n');
  return extension === '.ps1' ? `\uFEFF${ended}` : ended;
}
