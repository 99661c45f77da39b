import { findOnPath, installPackage, isProgram } from '../setup/apt.mjs';

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
  const found = await installedBrowser();
  if (found !== undefined) return found;
  await installPackage(
    'chromium',
    'VS Code needs a browser here (INCIDENT_DOCS_BROWSER may name a Chromium or Chrome)',
    say,
  );
  const installed = await installedBrowser();
  if (installed === undefined) throw new Error('apt-get installed chromium, but no chromium is on the PATH.');
  return installed;
}

async function installedBrowser() {
  for (const name of names) {
    const path = await findOnPath(name);
    if (path !== undefined) return path;
  }
  for (const path of otherPlaces) if (await isProgram(path)) return path;
  return undefined;
}
