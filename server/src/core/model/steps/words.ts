import type { Dialect } from './dialects.ts';

/** Characters that mean themselves to every shell, inside quotes and out. */
export const safe = /^[\p{L}\p{N}_./:@%+,=-]*$/u;
/** The same in the words of a person. */
export const safeInWords = 'letters, digits and _ . / : @ % + , = -';
/** What stands in a bare word as it is; `%` starts a variable in the command prompt, a comma makes a list in PowerShell. */
const bare = /^[\p{L}\p{N}_./@][\p{L}\p{N}_./:@-]*$/u;
const bareInPowerShell = /^[\p{L}_/][\p{L}\p{N}_./-]*$/u;
const safeInPrompt = /^[\p{L}\p{N}_./:@+-]*$/u;

/** Whether a text means itself in any place that a dialect has. */
export function isSafe(value: string, dialect: Dialect): boolean {
  return (dialect === 'cmd' ? safeInPrompt : safe).test(value);
}

/** A text as a part of a bare word that means the text and nothing else; undefined where the dialect has no such form. */
export function quotedPart(value: string, dialect: Dialect, isWord: boolean): string | undefined {
  if (dialect === 'cmd') return isSafe(value, dialect) ? value : undefined;
  if (dialect === 'powershell') {
    if (bareInPowerShell.test(value)) return value;
    // Before 7.3 a double quote is lost on the way to a program; a quote in the middle of a word may begin another one.
    if (!isWord || value.includes('"') || value.endsWith('\\'))
      return isSafe(value, dialect) && !isWord ? value : undefined;
    return `'${value.replace(/['\u2018-\u201B]/gu, '$&$&')}'`;
  }
  if (bare.test(value)) return value;
  if (dialect === 'fish') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** What puts the value of a variable into a place, so that the value itself stands nowhere; undefined where nothing can. */
export function variableAt(name: string, quoting: string, dialect: Dialect): string | undefined {
  if (dialect === 'posix') {
    if (quoting === 'none') return `"\${${name}}"`;
    if (quoting === 'double' || quoting === 'heredoc') return `\${${name}}`;
    return quoting === 'single' ? `'"\${${name}}"'` : undefined;
  }
  if (dialect === 'fish') {
    // In a quoted text it ends the quote, stands bare, where fish splits nothing, and begins the quote again.
    if (quoting === 'none' || quoting === 'double') return `"$${name}"`;
    return quoting === 'single' ? `'"$${name}"'` : undefined;
  }
  if (dialect === 'powershell') {
    if (quoting === 'none') return `\${env:${name}}`;
    return quoting === 'double' ? `$(\${env:${name}})` : undefined;
  }
  return undefined;
}
