import { join } from 'node:path';
import { endTree } from '../processes/end.mjs';
import { startGuarded } from '../processes/run.mjs';
import { writeSettings } from './settings.mjs';

const startLimitMs = 60_000;
const keptCharacters = 200_000;

/**
 * Starts VS Code's server for a browser, on this machine's own address only.
 * @param editor what `installEditor` gave
 * @param data a folder for settings, extensions and logs, made when missing
 * @param port 0 is any free one
 * @param trusted false leaves it to the person, or to `settings`, whether the workspace is trusted
 * @param settings the person's settings of a `data` folder that has none yet
 * @returns `{ port, data, output(), ended, stop() }`: `ended` settles with the exit code; `stop` leaves no process behind
 * @throws {Error} when it isn't ready within a minute, with what it printed
 */
export async function startServer({
  editor,
  data,
  port = 0,
  trusted = false,
  settings,
  extensions = join(data, 'extensions'),
}) {
  await writeSettings(data, settings);
  const child = startGuarded(editor.node, serverArguments({ editor, data, port, trusted, extensions }), {
    cwd: data,
    env: environment(data),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-keptCharacters)));
  const ended = new Promise((settle) => child.on('close', settle));
  const server = { data, output: () => output, ended, stop: () => endTree(child.pid) };
  const ready = new Promise((settle) => {
    child.stdout.on('data', () => {
      const address = /Web UI available at http:\/\/localhost(?::(\d+))?/.exec(output);
      if (address !== null) settle(Number(address[1] ?? 80));
    });
  });
  let timer;
  const late = new Promise((settle) => (timer = setTimeout(settle, startLimitMs, 'late')));
  const first = await Promise.race([ready, ended.then(() => 'ended'), late]);
  clearTimeout(timer);
  if (typeof first === 'number') return { ...server, port: first };
  await server.stop();
  const reason = first === 'late' ? `was not ready within ${startLimitMs / 1000} s` : 'ended at once';
  throw new Error(`VS Code's server ${reason}. It printed:\n${output.trim()}`);
}

function serverArguments({ editor, data, port, trusted, extensions }) {
  return [
    join(editor.home, 'out/server-main.js'),
    '--host=127.0.0.1',
    `--port=${port}`,
    `--user-data-dir=${data}`,
    `--server-data-dir=${join(data, 'server')}`,
    `--extensions-dir=${extensions}`,
    '--telemetry-level=off',
    '--accept-server-license-terms',
    '--without-connection-token',
    // Without this a built VS Code ignores which extension under development the page asks for.
    '--enable-smoke-test-driver',
    ...(trusted ? ['--disable-workspace-trust'] : []),
  ];
}

/** Without what an outer VS Code or npm left there: terminals and tests are to see the person's own environment. */
function environment(data) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|INIT_CWD$)/.test(name));
  // VS Code leaves its sockets behind when it is ended. Where nobody else cleans up, they go with the data folder,
  // unless that makes their names longer than a socket's name may be.
  const ownSockets = process.env.XDG_RUNTIME_DIR === undefined && Buffer.byteLength(data) < 50;
  return { ...Object.fromEntries(kept), ...(ownSockets ? { XDG_RUNTIME_DIR: data } : {}) };
}
