import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { serveAsThread } from './lint/threads.ts';

export { run } from './run.ts';

// The engine first makes bytecode of each pattern, which takes it three times as long as machine code takes at once.
setFlagsFromString('--no-regexp-tier-up');

if (!isMainThread) serveAsThread();
