import { findOnPath, installPackage } from './apt.mjs';

/** Installs the shells in which the tests run steps, where they are missing; bash and dash are everywhere. */
export async function installShells() {
  for (const name of ['zsh', 'fish']) {
    if ((await findOnPath(name)) === undefined) await installPackage(name, 'The tests run steps in it');
  }
}
