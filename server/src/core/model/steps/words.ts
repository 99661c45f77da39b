import type { Dialect } from './dialects.ts';

/** Characters that mean themselves inside quotes, to every shell. */
const quotable = /^[\p{L}\p{N}_./:@%+,=-]*$/u;
/** What stands in a bare word as it is; `%` starts a variable in the command prompt, a comma makes a list in PowerShell. */
const bare = /^[\p{L}\p{N}_./@][\p{L}\p{N}_./:@-]*$/u;
const bareInPowerShell = /^[\p{L}_/][\p{L}\p{N}_./-]*$/u;
/** The command prompt reads a file in a code page of its own, in which other letters are different ones. */
const safeInPrompt = /^[A-Za-z0-9_./:@+-]*$/;
/** What means itself however often it is read: zsh looks up the program of a word that begins with `=`. */
const safeAgain = /^(?!-)[\p{L}\p{N}_./:@+-]*$/u;

/** What a value must be made of, and the same in words. */
export interface Safety {
  readonly pattern: RegExp;
  readonly words: string;
}

/** What means itself inside quotes of a dialect. */
export function safeInQuotes(dialect: Dialect): Safety {
  const pattern = dialect === 'cmd' ? safeInPrompt : quotable;
  const words =
    dialect === 'cmd' ? 'A to Z, a to z, digits and _ . / : @ + -' : 'letters, digits and _ . / : @ + - % , =';
  return { pattern, words };
}

/** What means itself where a text is read once more, or where a shell works something out of it. */
export const safeEverywhere: Safety = {
  pattern: safeAgain,
  words: 'letters, digits and _ . / : @ + -, the last not at its beginning',
};

/** A text as a part of a bare word that means the text and nothing else; undefined where the dialect has no such form. */
export function quotedPart(value: string, dialect: Dialect, isWord: boolean): string | undefined {
  if (dialect === 'cmd') return safeInPrompt.test(value) ? value : undefined;
  if (dialect === 'powershell') {
    if (bareInPowerShell.test(value)) return value;
    // Before 7.3 a double quote is lost on the way to a program; a quote in the middle of a word may begin another one.
    if (!isWord || value.includes('"') || value.endsWith('\\'))
      return safeAgain.test(value) && !isWord ? value : undefined;
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
