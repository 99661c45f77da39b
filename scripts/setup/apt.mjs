import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from '../processes/run.mjs';

/**
 * Installs a Debian package through apt-get, as root or through sudo.
 * @param purpose what it is for, as the beginning of a sentence: "The tests in Neovim need it"
 * @throws {Error} with a sentence for the person, where it can't be installed.
 */
export async function installPackage(name, purpose, say = console.log) {
  if ((await findOnPath('apt-get')) === undefined) {
    throw new Error(`${purpose}, and there is no apt-get to install ${name} with. Install ${name} and try again.`);
  }
  const prefix = process.getuid() === 0 ? [] : await sudo(name, purpose);
  say(`Installing Debian's ${name} through apt-get (once)…`);
  const started = Date.now();
  // apt-get waits by itself for another one that holds its lock.
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-q'];
  const [program, ...common] = apt;
  // A list that can't be refreshed is no obstacle when the rest of the lists knows the package.
  const update = await run(program, [...common, 'update']);
  const install = await run(program, [...common, 'install', '--yes', '--no-install-recommends', name]);
  if (install.code !== 0) {
    const output = `${update.code === 0 ? '' : update.output}${install.output}`.trim();
    throw new Error(`${purpose}, and "apt-get install ${name}" failed.\n${output}`);
  }
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** `sudo`, where it is there and needs no password, or where there is a terminal to type one. */
async function sudo(name, purpose) {
  const ask = process.stdin.isTTY ? [] : ['--non-interactive'];
  if ((await findOnPath('sudo')) !== undefined) {
    const { code } = await run('sudo', [...ask, 'true'], { show: process.stdin.isTTY });
    if (code === 0) return ['sudo', ...ask];
  }
  throw new Error(`${purpose}, and installing ${name} takes root or sudo. Install ${name} and try again.`);
}

/** The full path of a program on the PATH, or undefined. */
export async function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await isProgram(path))) return path;
  }
  return undefined;
}

/** Whether a path is that of a program that this person may run. */
export async function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
