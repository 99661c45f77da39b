import { constants } from 'node:os';
import { whenOrphaned } from './orphan.mjs';

/**
 * Calls `stop` once when this process is asked to end (Ctrl-C, SIGTERM, a closed terminal), and leaves.
 * @param code the exit code; undefined is the one that belongs to the signal
 * @param whenAlone do so too when whoever started this process is gone: npm's shell, for one, passes no signal on
 * @returns a function that tells whether that is under way
 */
export function onStop(stop, { code, whenAlone = process.env.npm_lifecycle_event !== undefined } = {}) {
  let stopping = false;
  const leave = async (signal) => {
    if (stopping) return;
    stopping = true;
    await stop();
    process.exit(code ?? 128 + constants.signals[signal]);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
  if (whenAlone) void whenOrphaned(() => leave('SIGHUP'));
  return () => stopping;
}
