import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { run } from '../processes/run.mjs';
import { findOnPath } from '../setup/apt.mjs';
import { findBrowser } from './browser.mjs';
import { cacheFolder, canInstallEditor, installEditor } from './install.mjs';

const codeOfRegistry = fileURLToPath(new URL('code.mjs', import.meta.url));
const names = ['code', 'code-insiders', 'codium'];

/** What INCIDENT_DOCS_VSCODE asks for: the path of a desktop VS Code, "download", or undefined. */
const chosen = process.env.INCIDENT_DOCS_VSCODE || undefined;

/** Whether a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The executable that runs the extension's tests: the chosen desktop, else the VS Code of the npm registry, else the download. */
export async function findTestEditor(say = console.log) {
  if (chosen !== undefined && chosen !== 'download') return chosen;
  if (chosen === undefined && canInstallEditor) return codeOfRegistry;
  return downloadDesktop(say);
}

/** Installs what `findTestEditor` names, and the browser that it may need, so that a person sees what takes its time. */
export async function installTestEditor(say = console.log) {
  if ((await findTestEditor(say)) !== codeOfRegistry) return;
  await installEditor(say);
  await findBrowser(say);
}

/**
 * Opens a folder in a desktop VS Code with an extension under development. A VS Code that is installed goes on by itself;
 * a downloaded one is waited for.
 * @returns false where there is no display, or no VS Code and none to be had
 * @throws {Error} where VS Code doesn't start, or where it can't be downloaded and nothing else can serve instead
 */
export async function openDesktop({ folder, extension }, say = console.log) {
  if (!hasDisplay()) return false;
  const installed = chosen === undefined ? await installedDesktop() : chosen === 'download' ? undefined : chosen;
  const executable = installed ?? (await downloadIfPossible(say));
  if (executable === undefined) return false;
  const own = [
    '--user-data-dir',
    join(cacheFolder, 'desktop-data'),
    '--extensions-dir',
    join(cacheFolder, 'desktop-extensions'),
  ];
  // VS Code refuses to run as root without a data folder of its own and without leaving its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = installed === undefined || asRoot.length > 0 ? [...asRoot, ...own] : [];
  say(`Opening ${executable}…`);
  const target = ['--new-window', `--extensionDevelopmentPath=${resolve(extension)}`, resolve(folder)];
  const { code } = await run(executable, [...flags, ...target], { show: true, limitMs: 2 ** 31 - 1 });
  if (code !== 0)
    throw new Error(`${executable} ended with ${code}. "npm start -- --browser" opens VS Code in a browser instead.`);
  return true;
}

async function installedDesktop() {
  for (const name of names) {
    const path = await findOnPath(name);
    if (path !== undefined) return path;
  }
  return undefined;
}

async function downloadIfPossible(say) {
  try {
    return await downloadDesktop(say);
  } catch (error) {
    if (chosen === 'download' || !canInstallEditor) throw error;
    say(error.message);
    return undefined;
  }
}

async function downloadDesktop(say) {
  const cachePath = join(cacheFolder, 'desktop');
  say(`Downloading VS Code into ${cachePath} (once)…`);
  try {
    return await downloadAndUnzipVSCode({ cachePath, reporter: new SilentReporter() });
  } catch (error) {
    throw new Error(`VS Code can't be downloaded: ${error.message}`, { cause: error });
  }
}
