import { env } from 'vscode';

/** A family of shells that take a block in the same way; `other` is one that we only know how to start a program in. */
export type Shell = 'bash' | 'zsh' | 'fish' | 'sh' | 'powershell' | 'cmd' | 'other';

const families: Readonly<Record<string, Shell>> = {
  bash: 'bash',
  gitbash: 'bash',
  zsh: 'zsh',
  fish: 'fish',
  sh: 'sh',
  dash: 'sh',
  ash: 'sh',
  ksh: 'sh',
  mksh: 'sh',
  pwsh: 'powershell',
  powershell: 'powershell',
  cmd: 'cmd',
};

/**
 * The shell that a new terminal starts, by the person's default profile. What the editor later says of a terminal is of no
 * use here: it goes by the program in the foreground, which may be one that a step runs.
 */
export function defaultShell(): Shell {
  return shellNamed(env.shell);
}

/** The family of a shell's program, given by its name or path. */
export function shellNamed(program: string): Shell {
  const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1).toLowerCase();
  return families[name.replace(/\.exe$/, '')] ?? 'other';
}
