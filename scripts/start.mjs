// npm start [-- --port N] [-- --browser]: installs, builds and opens an editor on examples/ with the extension loaded: a
// desktop VS Code, where there is a display and a VS Code or a download of it, else the VS Code of the npm registry, served
// to a browser until Ctrl-C.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { onStop } from './processes/stop.mjs';
import { run } from './processes/run.mjs';
import { installDependencies, requireNode } from './setup/dependencies.mjs';

const target = { folder: 'examples', extension: '.' };

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  await start(readArguments());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function start({ port, browser }) {
  requireNode();
  await installDependencies(process.cwd());
  console.log('Building…');
  const { code, output } = await run(process.execPath, ['scripts/build.mjs']);
  if (code !== 0) throw new Error(`The extension can't be built:\n${output.trim()}`);
  // These need the packages, which may only now be there.
  const { openDesktop } = await import('./editor/desktop.mjs');
  if (!browser && (await openDesktop(target))) return;
  const { serve, showInBrowser } = await import('./editor/serve.mjs');
  const served = await serve({ ...target, file: 'examples/README.md', port });
  const isStopping = onStop(served.stop, { code: 0 });
  console.log(`\nVS Code with Incident Docs is at\n${served.address}\n\nCtrl-C stops it.`);
  showInBrowser(served.address);
  await served.ended;
  if (isStopping()) return;
  throw new Error(
    `VS Code's server ended. It printed last:\n${served.output().trim().split('\n').slice(-10).join('\n')}`,
  );
}

/** `--port`, or the environment's PORT; `--port` asks for the browser as `--browser` does. */
function readArguments() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, browser: { type: 'boolean' } } });
  const asked = values.port ?? (process.env.PORT || undefined);
  const port = asked === undefined ? undefined : Number(asked);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`"${asked}" is no port: give a whole number from 1 to 65535.`);
  }
  return { port, browser: values.browser === true || values.port !== undefined };
}
