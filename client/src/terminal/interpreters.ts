import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { workspace } from 'vscode';
import type { Language } from './languages.ts';

/** What programs want a file's name to end in, by the language of the fence; others get the language itself. */
const extensions: Readonly<Record<string, string>> = {
  python: '.py',
  python3: '.py',
  py: '.py',
  typescript: '.ts',
  ts: '.ts',
  ruby: '.rb',
  perl: '.pl',
  golang: '.go',
};

/** How a program runs a block that no shell reads. */
export function languageOfProgram(command: string, language: string, text: string): Language {
  return { sourcedBy: [], program: wordsOf(command), extension: extensionOf(language, text) };
}

function extensionOf(language: string, text: string): string {
  // Node goes by the name: what imports is a module, what requires is none.
  if (language === 'js' || language === 'javascript')
    return /^\s*(?:import\b(?!\s*\()|export\b|await\b)/m.test(text) ? '.mjs' : '.cjs';
  const known = Object.hasOwn(extensions, language) ? extensions[language] : undefined;
  return known ?? `.${language.replace(/[^a-z0-9]/g, '') || 'txt'}`;
}

/** The words of a command: `npx tsx`, `"C:\\Program Files\\py.exe" -3`. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, doubled, single, bare]) => doubled ?? single ?? bare ?? '',
  );
}

/** The program of a command that is nowhere to be found; undefined where it is. */
export async function missingProgram(command: string): Promise<string | undefined> {
  const [program = command] = wordsOf(command);
  // A path of the workspace's own is seen from the terminal's directory, which only the shell knows.
  if (!isAbsolute(program) && /[\\/]/.test(program)) return undefined;
  return (await pathOfProgram(program)) === undefined ? program : undefined;
}

/** Where a program is found that terminals know by its name; undefined where there is none. */
export async function pathOfProgram(program: string): Promise<string | undefined> {
  const folders = isAbsolute(program) ? [''] : searchPath().split(delimiter);
  for (const folder of folders)
    for (const ending of endings()) {
      const path = join(folder, program + ending);
      if (await isProgram(path)) return path;
    }
  return undefined;
}

/** The environment of terminals: the editor's own, with what the settings add and take away. */
export function terminalEnvironment(): NodeJS.ProcessEnv {
  const { PATH: _path, ...added } = addedEnvironment();
  const all = Object.entries({ ...process.env, ...added, PATH: searchPath() });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The PATH of terminals: the editor's own, with what the settings add. */
function searchPath(): string {
  const added = addedEnvironment();
  const own = process.env.PATH ?? '';
  return added.PATH ? `${added.PATH}${delimiter}${own}` : own;
}

function addedEnvironment(): Readonly<Record<string, string | null>> {
  const platform = process.platform === 'darwin' ? 'osx' : process.platform === 'win32' ? 'windows' : 'linux';
  return workspace.getConfiguration('terminal.integrated.env').get<Record<string, string | null>>(platform, {});
}

function endings(): readonly string[] {
  return process.platform === 'win32' ? ['', ...(process.env.PATHEXT ?? '.EXE;.CMD;.BAT').split(';')] : [''];
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
