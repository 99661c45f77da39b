import { serveAsThread } from './lint/threads.ts';
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

// The status is left for when the last output has gone out; ending the process at once would cut a pipe short.
if (!serveAsThread()) {
  void run(process.argv.slice(2), processTerminal()).then((status) => {
    process.exitCode = status;
  });
}
