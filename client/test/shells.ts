import { ConfigurationTarget, env, workspace } from 'vscode';
import { until } from './until.ts';

const platform = process.platform === 'darwin' ? 'osx' : 'linux';

/** What the machine itself starts; known before any test changes it. */
const ownShell = env.shell;

/** Makes a shell the one that new terminals start. */
export async function useShell(path: string): Promise<void> {
  // The machine's own needs no profile, and the change to one would still be under way when the first step runs.
  if (env.shell === ownShell && ownShell.endsWith(`/${path}`)) return;
  const settings = workspace.getConfiguration('terminal.integrated');
  await settings.update(`profiles.${platform}`, { 'shell under test': { path } }, ConfigurationTarget.Global);
  await settings.update(`defaultProfile.${platform}`, 'shell under test', ConfigurationTarget.Global);
  await until(`${path} to be the default shell`, () => env.shell.endsWith(path));
}

/** Makes the machine's own shell that of new terminals again. */
export async function useDefaultShell(): Promise<void> {
  const settings = workspace.getConfiguration('terminal.integrated');
  await settings.update(`defaultProfile.${platform}`, undefined, ConfigurationTarget.Global);
  await settings.update(`profiles.${platform}`, undefined, ConfigurationTarget.Global);
  // The editor takes a moment; a step that is run before it would be written for the shell that was.
  await until(`${ownShell} to be the default shell again`, () => env.shell === ownShell);
}
