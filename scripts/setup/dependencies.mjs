import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes/run.mjs';

const oldestNode = [20, 19];

/** @throws {Error} with a sentence for the person, where this Node is too old for the project. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(`Incident Docs needs Node ${oldestNode.join('.')} or newer, and this is ${process.versions.node}.`);
}

/**
 * Installs `node_modules` as `package-lock.json` says, unless they already are so.
 * @throws {Error} with npm's own words, where it fails.
 */
export async function installDependencies(root, say = console.log) {
  if (await isInstalled(root)) return;
  say('Installing the packages of package-lock.json (npm ci)…');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  if (code !== 0) throw new Error(`The packages can't be installed: "npm ci" failed.\n${output.trim()}`);
}

/** npm keeps in `node_modules` what it put there: the same versions as in the lock, save optional ones for other machines. */
async function isInstalled(root) {
  const present = await packages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = await packages(join(root, 'package-lock.json'));
  if (present === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    return path === '' || present[path]?.version === version || (optional === true && present[path] === undefined);
  });
}

async function packages(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text).packages;
}
