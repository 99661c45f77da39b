import { createServer } from 'node:net';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { workbenchAddress } from './address.mjs';
import { hasDisplay } from './desktop.mjs';
import { cacheFolder, installEditor } from './install.mjs';
import { startServer } from './server.mjs';

const usualPort = 8700;

/**
 * Serves the VS Code of the npm registry to a browser, with an extension under development: `{ address, ended, output(), stop() }`.
 * What a person sets there stays for the next time.
 * @param port undefined is the usual one, or any other that is free
 * @throws {Error} with a sentence for the person, where the port is taken or the editor can't be installed or started.
 */
export async function serve({ folder, file, extension, port }) {
  const chosen = await choosePort(port);
  const editor = await installEditor();
  const server = await startServer({ editor, data: join(cacheFolder, 'served'), port: chosen });
  return { ...server, address: workbenchAddress({ port: server.port, folder, file, extension }) };
}

async function choosePort(asked) {
  if (asked === undefined) return (await isFree(usualPort)) ? usualPort : 0;
  if (await isFree(asked)) return asked;
  throw new Error(`Port ${asked} is taken: stop what uses it, or choose another one with "npm start -- --port N".`);
}

function isFree(port) {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
}

/** Shows an address in the person's own browser, where there is a display; a browser that can't be started is no failure. */
export function showInBrowser(address) {
  if (!hasDisplay()) return;
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(program, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
