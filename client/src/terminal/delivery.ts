import type { Language } from './languages.ts';
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

interface ShellScript {
  readonly text: string;
  readonly extension: string;
  /** The word that has a file read by the shell itself. */
  readonly source: string;
  /** Whether what the block does can't end the shell. */
  readonly contains: boolean;
}

const plainShell: ShellScript = { text: sh, extension: '.sh', source: '.', contains: false };
const scripts: Readonly<Record<Shell, ShellScript>> = {
  bash: { text: bash, extension: '.sh', source: '.', contains: true },
  zsh: { text: zsh, extension: '.zsh', source: '.', contains: true },
  fish: { text: fish, extension: '.fish', source: 'source', contains: true },
  sh: plainShell,
  powershell: { text: powershell, extension: '.ps1', source: '.', contains: true },
  cmd: { text: cmd, extension: '.cmd', source: 'call', contains: false },
  other: plainShell,
};

/** Words that can end the shell which meets them. */
const endsShell = /\b(?:exit|exec|logout|errexit)\b|\bset\s+-\w*e/;

/**
 * How a block reaches a shell that reports when a command ends: a line that is the same to every shell as it is, anything
 * else as files.
 */
export function deliver(block: string, language: Language, shell: Shell, base: string): Delivery {
  const isTyped = language.sourcedBy.includes(shell) || (shell === 'fish' && language.sourcedBy.includes('bash'));
  return isTyped && isPlain(block)
    ? { line: block.trim(), files: [], marker: undefined }
    : deliverAsFiles(block, language, shell, base);
}

/**
 * The files of a block, named `base` and an ending, and the line that runs them. A newline typed into a terminal is an Enter,
 * which a block that reads would take for its input; tabs complete, `!` recalls history, `#` is a command in zsh. The leading
 * space keeps the line out of most histories.
 */
export function deliverAsFiles(block: string, language: Language, shell: Shell, base: string): Delivery {
  const script = scripts[shell];
  const isSourced = language.sourcedBy.includes(shell) && (script.contains || !endsShell.test(block));
  const blockPath = `${base}.block${isSourced ? script.extension : language.extension}`;
  const scriptPath = `${base}${script.extension}`;
  const marker = shell === 'powershell' ? undefined : `${base}.done`;
  const words: Readonly<Record<string, string>> = {
    TEXT: quoted(shell, block),
    FILE: quotedPath(shell, blockPath),
    RUN: isSourced
      ? `${script.source} ${quotedPath(shell, blockPath)}`
      : programLine(shell, language.program, blockPath),
    MARKER: marker === undefined ? '' : quotedPath(shell, marker),
  };
  const text = script.text.replace(
    /INCIDENT_DOCS_(TEXT|FILE|RUN|MARKER)/g,
    (found, word: string) => words[word] ?? found,
  );
  return {
    line: ` ${shell === 'other' ? 'sh' : script.source} ${quotedPath(shell, scriptPath)}`,
    files: [
      { path: scriptPath, text: encoded(script.extension, text) },
      {
        path: blockPath,
        text: encoded(isSourced ? script.extension : language.extension, isSourced ? sourced(shell, block) : block),
      },
    ],
    marker,
  };
}

/** The line that has a program run a file. */
function programLine(shell: Shell, program: readonly string[], path: string): string {
  const words = program.map((word) => (/^[\w./:@%+,=-]+$/.test(word) ? word : quoted(shell, word)));
  const line = [...words, quotedPath(shell, path)].join(' ');
  // A quoted word is a text to PowerShell, and a batch file that is not called never comes back.
  if (shell === 'powershell') return `& ${line}`;
  return shell === 'cmd' ? `call ${line}` : line;
}

function sourced(shell: Shell, block: string): string {
  return shell === 'bash' ? `trap '__incident_docs_failed "$?" "$LINENO" || return "$?"' ERR; { ${block}\n}` : block;
}

/** A file's text as its reader wants it: batch files end their lines with CRLF, Windows PowerShell takes UTF-8 only with a mark. */
function encoded(extension: string, text: string): string {
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  if (extension === '.cmd') return ended.replaceAll('\n', '\r\n');
  return extension === '.ps1' ? `\uFEFF${ended}` : ended;
}
