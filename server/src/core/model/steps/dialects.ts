/** How a shell reads quotes, variables and comments: bash, zsh, dash and ksh read them alike. */
export type Dialect = 'posix' | 'fish' | 'powershell' | 'cmd';

const others: Readonly<Record<string, Dialect>> = {
  fish: 'fish',
  powershell: 'powershell',
  pwsh: 'powershell',
  ps1: 'powershell',
  bat: 'cmd',
  cmd: 'cmd',
};

/** The dialect of a fence's language, among those that a shell runs. */
export function dialectOf(language: string): Dialect {
  return others[language] ?? 'posix';
}
