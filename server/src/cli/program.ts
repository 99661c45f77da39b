import { isMainThread } from 'node:worker_threads';
import { serveAsThread } from './lint/threads.ts';

export { run } from './run.ts';

if (!isMainThread) serveAsThread();
