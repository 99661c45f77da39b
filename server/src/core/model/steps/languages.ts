/** Fences that a shell runs. */
const shells: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'shell',
  'shellscript',
  'zsh',
  'fish',
  'ksh',
  'dash',
  'console',
  'shell-session',
  'shellsession',
  'sh-session',
  'terminal',
  'powershell',
  'pwsh',
  'ps1',
  'bat',
  'cmd',
]);

/** Fences that hold a session: prompts before the commands, output between them. */
const sessions: ReadonlySet<string> = new Set(['console', 'shell-session', 'shellsession', 'sh-session', 'terminal']);

/** Fences that hold settings, data or output, and nothing that is run. */
const data: ReadonlySet<string> = new Set(
  'yaml yml json jsonc json5 toml ini xml html css hcl terraform tf diff patch csv log output properties conf promql logql mermaid markdown md'.split(
    ' ',
  ),
);

/** Whether a fence's language says that nothing in the block is run. */
export function isData(language: string): boolean {
  return data.has(language);
}

/** Whether a fence's language is one that a shell runs. */
export function isShell(language: string): boolean {
  return shells.has(language);
}

/** Whether a fence's language says that the block shows a session rather than a script. */
export function isSession(language: string): boolean {
  return sessions.has(language);
}

/** The language of a fence's info string: its first word in lower case, without Pandoc's and Hugo's braces and dots. */
export function fenceLanguage(info: string | null | undefined): string {
  return (/^\{?\.?([^\s{},]+)/.exec(info?.trim() ?? '')?.[1] ?? '').toLowerCase();
}
