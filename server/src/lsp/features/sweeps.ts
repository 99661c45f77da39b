import type { Session } from '../session.ts';
import { createSweep } from '../youngMemory.ts';
import type { Feature } from './feature.ts';

/** How long after a document has been read nobody waits for the next answer yet, in ms: even who types fast takes longer. */
const breath = 5;

/** Sweeps memory between two key presses, so that no answer has to wait for that. */
export const sweeps: Feature = { capabilities: {}, register };

function register({ onDidRead }: Session): void {
  const sweep = createSweep();
  let timer: NodeJS.Timeout | undefined;
  onDidRead(() => {
    clearTimeout(timer);
    timer = setTimeout(sweep, breath).unref();
  });
}
