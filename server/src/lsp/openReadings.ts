import { Emitter, type Event, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { factsOf, type Facts } from './facts.ts';
import type { FirstReadings } from './firstReadings.ts';
import type { KeptReadings } from './keptReadings.ts';
import type { Kept, Reader, Reading, Snapshot } from './reading.ts';
import { createRetention } from './retention.ts';
import { pathOfUri } from './uri.ts';

/** The readings of the documents that are open in the editor: each version is read once, however many requests want it. */
export interface OpenReadings {
  /** The reading of a document's newest version; undefined for one that is not open. */
  newest(uri: string): Promise<Reading | undefined>;
  /** The facts of a document's newest version, which need no reading where they have been kept; undefined for one that is not open. */
  facts(uri: string): Promise<Facts | undefined>;
  /** Forgets what is known of the documents that a condition picks, since something that it depends on has changed. */
  forget(condition: (known: Conditions) => boolean): void;
  /**
   * Reads a document's text as a whole, and compares: false where its parts, put together, were read as something else.
   * They are forgotten then, and the document is to be read again.
   */
  holds(uri: string): boolean;
  /** Fires whenever a version is known that is still the newest. */
  readonly onDidRead: Event<Facts>;
}

/** When what is known of a document does not hold any more. */
type Conditions = Pick<Facts, 'dependencies' | 'outdatedBy'>;

interface Entry<T extends Conditions | undefined> {
  superseded: boolean;
  /** The result, once it is there. */
  known: T | undefined;
  readonly result: Promise<T>;
}

/**
 * Keeps the readings of the editor's documents for as long as they hold, and of those that nobody has asked for lately
 * nothing but their facts: an editor opens many documents, and shows few.
 */
export function keepReadings(
  documents: TextDocuments<TextDocument>,
  read: Reader,
  store: KeptReadings,
  first: Pick<FirstReadings, 'find'>,
): OpenReadings {
  const entries = new Map<string, Entry<Reading>>();
  const recalled = new Map<string, Entry<Facts | undefined>>();
  const kept = new Map<string, Kept>();
  /** The versions that documents were opened with of which nothing has been known yet. */
  const fresh = new Map<string, number>();
  const assembled = new WeakMap<Reading, Facts>();
  const didRead = new Emitter<Facts>();
  const retention = createRetention();

  const supersede = (uri: string): void => {
    for (const known of [entries, recalled]) {
      const entry = known.get(uri);
      if (entry) entry.superseded = true;
      known.delete(uri);
    }
  };
  const factsOnce = (reading: Reading): Facts => {
    const facts = assembled.get(reading) ?? factsOf(reading);
    assembled.set(reading, facts);
    return facts;
  };
  const start = (document: TextDocument): Entry<Reading> => {
    const { uri } = document;
    const isFirst = !kept.has(uri);
    const known = kept.get(uri) ?? {};
    kept.set(uri, known);
    const entry = enter(entries, uri, (cancelled) => read(snapshotOf(document), cancelled, known));
    void entry.result.then(
      (reading) => {
        if (entry.superseded) return;
        entry.known = reading;
        if (isFirst) store.keep(reading);
        fresh.delete(uri);
        didRead.fire(factsOnce(reading));
      },
      // Whoever waits for the result tells of the failure.
      () => undefined,
    );
    return entry;
  };
  const recall = (document: TextDocument): Entry<Facts | undefined> => {
    const { uri, version } = document;
    const entry = enter(recalled, uri, async (cancelled) => {
      const snapshot = snapshotOf(document);
      const facts = await store.recall(snapshot);
      // What somebody types in, or asks for, is read at once.
      if (facts || fresh.get(uri) !== version) return facts;
      return first.find(snapshot, () => !cancelled() && !entries.has(uri));
    });
    void entry.result.then(
      (facts) => {
        entry.known = facts;
        if (!facts || entry.superseded) return;
        fresh.delete(uri);
        didRead.fire(facts);
      },
      () => undefined,
    );
    return entry;
  };
  /** Keeps no more of a document than its facts. */
  const release = (uri: string): void => {
    const reading = entries.get(uri)?.known;
    if (!reading) return;
    const facts = factsOnce(reading);
    entries.delete(uri);
    kept.delete(uri);
    recalled.set(uri, { superseded: false, known: facts, result: Promise.resolve(facts) });
  };
  /** The newest answer for a document, for as long as it is open. */
  const settled = async <T extends Conditions | undefined>(
    uri: string,
    entryOf: (document: TextDocument) => Entry<T>,
  ): Promise<T | undefined> => {
    for (;;) {
      const document = documents.get(uri);
      if (!document) return undefined;
      const entry = entryOf(document);
      try {
        const result = await entry.result;
        if (!entry.superseded) return result;
      } catch (error) {
        if (!entry.superseded) throw error;
      }
    }
  };
  const newest = async (uri: string): Promise<Reading | undefined> => {
    const reading = await settled(uri, (document) => entries.get(uri) ?? start(document));
    if (reading) for (const other of retention.use(uri, reading.source.text.length)) release(other);
    return reading;
  };

  documents.onDidOpen(({ document }) => fresh.set(document.uri, document.version));
  documents.onDidChangeContent(({ document }) => supersede(document.uri));
  documents.onDidClose(({ document }) => {
    supersede(document.uri);
    fresh.delete(document.uri);
    kept.delete(document.uri);
    retention.drop(document.uri);
  });
  return {
    onDidRead: didRead.event,
    newest,
    async facts(uri) {
      // What has been read once is read again faster than what is on the disk.
      const facts = kept.has(uri) ? undefined : await settled(uri, (document) => recalled.get(uri) ?? recall(document));
      if (facts) return facts;
      const reading = await newest(uri);
      return reading && factsOnce(reading);
    },
    holds(uri) {
      if (kept.get(uri)?.memory?.holds() !== false) return true;
      kept.delete(uri);
      supersede(uri);
      return false;
    },
    forget(condition) {
      for (const known of [entries, recalled])
        for (const [uri, { known: conditions }] of known) if (!conditions || condition(conditions)) supersede(uri);
    },
  };
}

function enter<T extends Conditions | undefined>(
  entries: Map<string, Entry<T>>,
  uri: string,
  ask: (cancelled: () => boolean) => Promise<T>,
): Entry<T> {
  const entry: Entry<T> = { superseded: false, known: undefined, result: ask(() => entry.superseded) };
  entries.set(uri, entry);
  return entry;
}

function snapshotOf(document: TextDocument): Snapshot {
  const { uri, version } = document;
  return { uri, version, source: { path: pathOfUri(uri), text: document.getText() } };
}
