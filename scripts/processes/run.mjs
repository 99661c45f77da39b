import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endTree } from './end.mjs';

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/**
 * Runs a program to its end: `{ code, output }`, where `output` holds what both its streams said.
 * @param show true lets it write to this process's own streams, and `output` stays empty
 * @param onLine is called with each line of output as it comes
 * @param limitMs ends it and all below it by force, with a last line that says so; a program that can't be started has the code 127
 */
export function run(
  program,
  programArguments,
  { cwd, env, show = false, onLine = () => {}, limitMs = 15 * 60_000 } = {},
) {
  return new Promise((settle) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    // On Windows npm is a script, which only a shell starts.
    const shell = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, programArguments, { cwd, env, stdio, shell });
    let output = '';
    const add = (line) => {
      output += `${line}\n`;
      onLine(line);
    };
    const note = (text) => (show ? process.stderr.write(`${text}\n`) : add(text));
    for (const stream of [child.stdout, child.stderr]) if (stream !== null) splitLines(stream, add);
    const limit = setTimeout(() => {
      note(`${program} was ended: it ran longer than ${Math.round(limitMs / 1000)} s.`);
      void endTree(child.pid);
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      note(`${program} can't be started: ${error.message}`);
      settle({ code: 127, output });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      settle({ code: code ?? 1, output });
    });
  });
}

/** Starts a program under the guard: it and all below it end with this process. Its streams are piped. */
export function startGuarded(program, programArguments, { cwd, env } = {}) {
  return spawn(process.execPath, [guard, program, ...programArguments], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function splitLines(stream, add) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) add(line);
  });
  stream.on('end', () => {
    if (rest !== '') add(rest);
  });
}
