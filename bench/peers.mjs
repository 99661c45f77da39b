// The peers at the versions that the figures are compared with; each is installed in a folder of its own below .cache/bench.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const peers = {
  markdownlint: ['markdownlint-cli2@0.22.0'],
  rumdl: ['rumdl@0.2.75'],
  remark: [
    'remark-cli@12.0.1',
    'remark-frontmatter@5.0.0',
    'remark-gfm@4.0.1',
    'remark-lint@10.0.1',
    'remark-preset-lint-recommended@7.0.1',
    'remark-validate-links@13.1.0',
  ],
  languageService: [
    'vscode-markdown-languageservice@0.5.0',
    'markdown-it@14.3.3',
    'vscode-languageserver-textdocument@1.0.16',
    'vscode-uri@3.2.0',
  ],
};

/** The folder of a peer's packages, installed where they are not yet there. */
export function installPeer(name) {
  const [main] = peers[name];
  const folder = resolve('.cache/bench', main);
  if (!existsSync(resolve(folder, 'node_modules', main.replace(/@[^@]*$/, '')))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(resolve(folder, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...peers[name]], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
  return resolve(folder, 'node_modules');
}

/** A peer's name and version, as the tables call it. */
export function titleOf(name) {
  return peers[name][0].replace('@', ' ');
}

/** rumdl's program, which is in the package of its platform. */
export function rumdlProgram() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform];
  return join(installPeer('rumdl'), `@rumdl/cli-${system}-${process.arch}/rumdl`);
}
