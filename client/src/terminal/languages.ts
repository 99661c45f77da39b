import type { Shell } from './shell.ts';

/** How the blocks of one fence language are run. */
export interface Language {
  /** The shells that read such a block themselves, so that what it sets is there for the next step. */
  readonly sourcedBy: readonly Shell[];
  /** What runs it in any other shell: a child, whose variables and directory end with it. */
  readonly program: readonly string[];
  /** What that program wants a file's name to end in. */
  readonly extension: string;
}

const sh: Language = { sourcedBy: ['bash', 'zsh', 'sh'], program: ['sh'], extension: '.sh' };
// A session shows what a person types into the shell that they have.
const session: Language = { ...sh, sourcedBy: ['bash', 'zsh', 'sh', 'powershell', 'cmd'] };
// Whoever has zsh pastes blocks marked bash into it all day, and what they set must be there for the next step.
const bash: Language = { sourcedBy: ['bash', 'zsh'], program: ['bash'], extension: '.sh' };
const batch: Language = { sourcedBy: ['cmd'], program: ['cmd', '/d', '/c'], extension: '.cmd' };
const powershell: Language = { sourcedBy: ['powershell'], program: ['pwsh', '-NoProfile', '-File'], extension: '.ps1' };

const languages: Readonly<Record<string, Language>> = {
  bash,
  sh,
  dash: sh,
  shell: sh,
  shellscript: sh,
  console: session,
  terminal: session,
  'shell-session': session,
  shellsession: session,
  'sh-session': session,
  zsh: { sourcedBy: ['zsh'], program: ['zsh'], extension: '.zsh' },
  ksh: { sourcedBy: [], program: ['ksh'], extension: '.ksh' },
  fish: { sourcedBy: ['fish'], program: ['fish'], extension: '.fish' },
  pwsh: powershell,
  powershell: { ...powershell, program: ['powershell', '-NoProfile', '-File'] },
  ps1: powershell,
  bat: batch,
  cmd: batch,
};

/** How a block of a fence language runs; undefined for a language that no shell reads. */
export function languageNamed(name: string): Language | undefined {
  return Object.hasOwn(languages, name) ? languages[name] : undefined;
}
