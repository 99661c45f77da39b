import { stat } from 'node:fs/promises';
import { factsOf, type Facts } from './facts.ts';
import type { KeptReadings } from './keptReadings.ts';
import type { Reader, Snapshot } from './reading.ts';
import { uriOfPath } from './uri.ts';
import { readText } from './workspace.ts';

/** The facts of files that are not open in the editor, each read once for as long as it stays the same. */
export interface FileFacts {
  /** Undefined where no file can be read. */
  of(path: string): Promise<Facts | undefined>;
  /** Forgets the facts that a condition picks. */
  forget(condition: (path: string, facts: Facts) => boolean): void;
}

/** Keeps the facts of files; where the client does not report changes, a file's time and size tell whether it stayed the same. */
export function keepFileFacts(read: Reader, store: KeptReadings, changesAreReported: boolean): FileFacts {
  const kept = new Map<string, { readonly state: string; readonly facts: Facts }>();
  const stateOf = async (path: string): Promise<string> => {
    if (changesAreReported) return '';
    const found = await stat(path).catch(() => undefined);
    return found ? `${found.mtimeMs} ${found.size}` : 'gone';
  };
  const readFacts = async (snapshot: Snapshot): Promise<Facts> => {
    const reading = await read(snapshot, () => false);
    store.keep(reading);
    return factsOf(reading);
  };
  return {
    async of(path) {
      const state = await stateOf(path);
      const known = kept.get(path);
      if (known?.state === state) return known.facts;
      const text = await readText(path);
      if (text === undefined) return undefined;
      const snapshot = { uri: uriOfPath(path), version: null, source: { path, text } };
      const facts = (await store.recall(snapshot)) ?? (await readFacts(snapshot));
      kept.set(path, { state, facts });
      return facts;
    },
    forget(condition) {
      for (const [path, { facts }] of kept) if (condition(path, facts)) kept.delete(path);
    },
  };
}
