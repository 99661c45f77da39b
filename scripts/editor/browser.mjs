import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from '../processes/run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const otherPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];

/**
 * The path of a Chromium or Chrome: INCIDENT_DOCS_BROWSER, or one that is installed, or Debian's, installed through apt-get.
 * @throws {Error} with a sentence for the person, where there is none and none can be installed.
 */
export async function findBrowser(say = console.log) {
  const chosen = process.env.INCIDENT_DOCS_BROWSER;
  if (chosen) {
    if (await isProgram(chosen)) return chosen;
    throw new Error(
      `INCIDENT_DOCS_BROWSER is ${chosen}, which is no program: set it to the path of a Chromium or Chrome.`,
    );
  }
  return (await installedBrowser()) ?? (await installBrowser(say));
}

async function installedBrowser() {
  for (const name of names) {
    const path = await findOnPath(name);
    if (path !== undefined) return path;
  }
  for (const path of otherPlaces) if (await isProgram(path)) return path;
  return undefined;
}

async function installBrowser(say) {
  const remedy = 'Install Chromium or Chrome, or set INCIDENT_DOCS_BROWSER to the path of one.';
  if ((await findOnPath('apt-get')) === undefined) {
    throw new Error(`The tests in VS Code need a browser, and there is none here. ${remedy}`);
  }
  const prefix = process.getuid() === 0 ? [] : await sudo(remedy);
  say("Installing Debian's chromium through apt-get (once)…");
  const started = Date.now();
  // apt-get waits by itself for another one that holds its lock.
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-q'];
  const [program, ...common] = apt;
  // A list that can't be refreshed is no obstacle when the rest of the lists knows the package.
  const update = await run(program, [...common, 'update']);
  const install = await run(program, [...common, 'install', '--yes', '--no-install-recommends', 'chromium']);
  if (install.code !== 0) {
    const output = `${update.code === 0 ? '' : update.output}${install.output}`.trim();
    throw new Error(`Chromium can't be installed: "apt-get install chromium" failed. ${remedy}\n${output}`);
  }
  const path = await installedBrowser();
  if (path === undefined) throw new Error(`apt-get installed chromium, but no chromium is on the PATH. ${remedy}`);
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return path;
}

/** `sudo`, where it is there and needs no password, or where there is a terminal to type one. */
async function sudo(remedy) {
  const ask = process.stdin.isTTY ? [] : ['--non-interactive'];
  if ((await findOnPath('sudo')) !== undefined) {
    const { code } = await run('sudo', [...ask, 'true'], { show: process.stdin.isTTY });
    if (code === 0) return ['sudo', ...ask];
  }
  throw new Error(`The tests in VS Code need a browser, and installing one takes root or sudo. ${remedy}`);
}

/** The full path of a program on the PATH, or undefined. */
export async function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await isProgram(path))) return path;
  }
  return undefined;
}

async function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
