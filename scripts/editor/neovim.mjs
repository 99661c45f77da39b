// node scripts/editor/neovim.mjs: prints the path of a Neovim, installed through apt-get where there is none.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findOnPath, installPackage, isProgram } from '../setup/apt.mjs';

/**
 * The path of a Neovim: INCIDENT_DOCS_NEOVIM, or `nvim` on the PATH, or Debian's, installed through apt-get.
 * @throws {Error} with a sentence for the person, where there is none and none can be installed.
 */
export async function ensureNeovim(say = console.log) {
  const chosen = process.env.INCIDENT_DOCS_NEOVIM;
  if (chosen) {
    if (await isProgram(chosen)) return chosen;
    throw new Error(`INCIDENT_DOCS_NEOVIM is ${chosen}, which is no program: set it to the path of a Neovim.`);
  }
  const found = await findOnPath('nvim');
  if (found !== undefined) return found;
  await installPackage('neovim', 'The tests in Neovim need it', say);
  const installed = await findOnPath('nvim');
  if (installed === undefined) throw new Error('apt-get installed neovim, but no nvim is on the PATH.');
  return installed;
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(await ensureNeovim(console.error));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
