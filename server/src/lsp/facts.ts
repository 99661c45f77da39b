import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Diagnostic as Finding } from '../core/diagnostics.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import type { DocumentStatus } from '../protocol/channels.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { toLspDiagnostic } from './convert.ts';
import type { Dependencies } from './dependencies.ts';
import type { KeptReadings } from './keptReadings.ts';
import type { Reader, Reading, Snapshot } from './reading.ts';
import { statusOf } from './status.ts';
import { uriOfPath } from './uri.ts';
import { readText } from './workspace.ts';

/** What is kept of a document that is not open: facts, not the tree that they were read from. */
export interface Facts {
  readonly status: DocumentStatus;
  readonly diagnostics: readonly Diagnostic[];
  /** Names these diagnostics; equal for equal ones. */
  readonly resultId: string;
  /** What other documents may want to know of it; undefined for what is none of ours. */
  readonly document: DocumentFacts | undefined;
  readonly dependencies: Dependencies;
  readonly outdatedBy: Reading['outdatedBy'];
  /** Why a text that may be one of our documents was not read, as a sentence for the reader. */
  readonly unread: string | undefined;
}

/** The facts of files that are not open in the editor, each read once for as long as it stays the same. */
export interface FileFacts {
  /** Undefined where no file can be read. */
  of(path: string): Promise<Facts | undefined>;
  /** Forgets the facts that a condition picks. */
  forget(condition: (path: string, facts: Facts) => boolean): void;
}

/** The facts of a reading. */
export function factsOf(reading: Reading): Facts {
  const { uri, lines, diagnostics, facts, dependencies, outdatedBy, unread } = reading;
  const status = statusOf(reading);
  return assembleFacts({ uri, lines, status, diagnostics, document: facts, dependencies, outdatedBy, unread });
}

/** Facts, of the findings in a text whose lines are given. */
export function assembleFacts({
  uri,
  lines,
  diagnostics,
  ...facts
}: Omit<Facts, 'diagnostics' | 'resultId'> & {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly diagnostics: readonly Finding[];
}): Facts {
  const shown = diagnostics.map((diagnostic) => toLspDiagnostic({ uri, lines }, diagnostic));
  const resultId = createHash('sha1').update(JSON.stringify(shown)).digest('base64url');
  return { ...facts, diagnostics: shown, resultId };
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
