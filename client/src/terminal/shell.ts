import { env, type Terminal } from 'vscode';

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

/** The family of the shell at a path, or of a shell's bare name. */
export function shellNamed(path: string): Shell {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return families[name.replace(/\.exe$/, '')] ?? 'other';
}

/** The shell of a terminal: what the editor has detected where its version says so, else the person's default shell, which our terminals start. */
export function shellOf(terminal: Terminal): Shell {
  const { state } = terminal;
  const shell = 'shell' in state ? state.shell : undefined;
  return shellNamed(typeof shell === 'string' && shell !== '' ? shell : env.shell);
}
