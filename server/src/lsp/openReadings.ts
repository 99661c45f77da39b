import { Emitter, type Event, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Kept, Reader, Reading } from './reading.ts';
import { pathOfUri } from './uri.ts';

/** The readings of the documents that are open in the editor: each version is read once, however many requests want it. */
export interface OpenReadings {
  /** The reading of a document's newest version; undefined for one that is not open. */
  newest(uri: string): Promise<Reading | undefined>;
  /** Forgets the readings that a condition picks, since something that they depend on has changed. */
  forget(condition: (reading: Reading) => boolean): void;
  /**
   * Reads a document's text as a whole, and compares: false where its parts, put together, were read as something else.
   * They are forgotten then, and the document is to be read again.
   */
  holds(uri: string): boolean;
  /** Fires whenever a version has been read that is still the newest. */
  readonly onDidRead: Event<Reading>;
}

interface Entry {
  superseded: boolean;
  reading: Reading | undefined;
  readonly result: Promise<Reading>;
}

/** Keeps the readings of the editor's documents for as long as they hold. */
export function keepReadings(documents: TextDocuments<TextDocument>, read: Reader): OpenReadings {
  const entries = new Map<string, Entry>();
  const kept = new Map<string, Kept>();
  const didRead = new Emitter<Reading>();

  const supersede = (uri: string): void => {
    const entry = entries.get(uri);
    if (entry) entry.superseded = true;
    entries.delete(uri);
  };
  const start = (document: TextDocument): Entry => {
    const { uri, version } = document;
    const snapshot = { uri, version, source: { path: pathOfUri(uri), text: document.getText() } };
    const known = kept.get(uri) ?? {};
    kept.set(uri, known);
    const result = read(snapshot, () => entry.superseded, known);
    const entry: Entry = { superseded: false, reading: undefined, result };
    entries.set(uri, entry);
    void entry.result.then(
      (reading) => {
        if (entry.superseded) return;
        entry.reading = reading;
        didRead.fire(reading);
      },
      // Whoever waits for the result tells of the failure.
      () => undefined,
    );
    return entry;
  };

  documents.onDidChangeContent(({ document }) => supersede(document.uri));
  documents.onDidClose(({ document }) => {
    supersede(document.uri);
    kept.delete(document.uri);
  });
  return {
    onDidRead: didRead.event,
    async newest(uri) {
      for (;;) {
        const document = documents.get(uri);
        if (!document) return undefined;
        const entry = entries.get(uri) ?? start(document);
        try {
          const reading = await entry.result;
          if (!entry.superseded) return reading;
        } catch (error) {
          if (!entry.superseded) throw error;
        }
      }
    },
    holds(uri) {
      if (kept.get(uri)?.memory?.holds() !== false) return true;
      kept.delete(uri);
      supersede(uri);
      return false;
    },
    forget(condition) {
      for (const [uri, { reading }] of entries) if (!reading || condition(reading)) supersede(uri);
    },
  };
}
