// node guard.mjs PROGRAM [ARGUMENT…]: runs a program and ends it with everything below it when this process is asked to
// end, when the program ends, or when whoever started this process is gone, even by force. Made to be started in a
// process group of its own, so that Ctrl-C in a terminal reaches only the one who decides.
import { spawn } from 'node:child_process';
import { endTree } from './end.mjs';
import { whenOrphaned } from './orphan.mjs';

const [program, ...programArguments] = process.argv.slice(2);
const child = spawn(program, programArguments, { stdio: ['ignore', 'inherit', 'inherit'] });

let ending;
function end(exitCode) {
  ending ??= endTree(process.pid).then(() => process.exit(exitCode));
}

child.on('error', (error) => {
  process.stderr.write(`${program} can't be started: ${error.message}\n`);
  end(127);
});
child.on('exit', (code) => end(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(0));
await whenOrphaned(() => end(1));
