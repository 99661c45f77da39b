import type { Shell } from './shell.ts';

/** A text as one literal word of a shell. */
export function quoted(shell: Shell, text: string): string {
  // To PowerShell the quotation marks of typography are quotes, too.
  if (shell === 'powershell') return `'${text.replace(/['\u2018-\u201B]/gu, '$&$&')}'`;
  if (shell === 'cmd') return `"${text}"`;
  if (shell === 'fish') return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The path of a file as one word of a shell; the POSIX shells of Windows want forward slashes. */
export function quotedPath(shell: Shell, path: string): string {
  const isNative = shell === 'powershell' || shell === 'cmd' || process.platform !== 'win32';
  return quoted(shell, isNative ? path : path.replaceAll('\\', '/'));
}
