import { ConfigurationTarget, env, workspace } from 'vscode';
import { until } from './until.ts';

const platform = process.platform === 'darwin' ? 'osx' : 'linux';

let known: string | undefined;

/** What the machine itself starts; the editor names none in its first moments, so it is asked before a test changes it. */
async function ownShell(): Promise<string> {
  return (known ??= await until('the editor to name its default shell', () => env.shell || undefined));
}

/** Makes a shell the one that new terminals start. */
export async function useShell(path: string): Promise<void> {
  // The machine's own needs no profile, and the change to one would still be under way when the first step runs.
  const own = await ownShell();
  if (env.shell === own && own.endsWith(`/${path}`)) return;
  const settings = workspace.getConfiguration('terminal.integrated');
  await settings.update(`profiles.${platform}`, { 'shell under test': { path } }, ConfigurationTarget.Global);
  await settings.update(`defaultProfile.${platform}`, 'shell under test', ConfigurationTarget.Global);
  await until(`${path} to be the default shell`, () => env.shell.endsWith(path));
}

/** Makes the machine's own shell that of new terminals again. */
export async function useDefaultShell(): Promise<void> {
  const own = await ownShell();
  const settings = workspace.getConfiguration('terminal.integrated');
  await settings.update(`defaultProfile.${platform}`, undefined, ConfigurationTarget.Global);
  await settings.update(`profiles.${platform}`, undefined, ConfigurationTarget.Global);
  // The editor takes a moment; a step that is run before it would be written for the shell that was.
  await until(`${own} to be the default shell again`, () => env.shell === own);
}
