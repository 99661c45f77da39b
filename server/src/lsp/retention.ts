/**
 * How long the texts may be together, in UTF-16 units, whose trees are kept though another document has been asked for since:
 * a handful of long runbooks. A tree takes about a hundred times the room of its text.
 */
const room = 200_000;

/** Remembers which documents have been used lately, so that what is kept of the others can be let go. */
export interface Retention {
  /** Says that a document of a length is used now; answers with those that have to go for it, longest unused first. */
  use(uri: string, length: number): readonly string[];
  /** Says that nothing is kept of a document any more. */
  drop(uri: string): void;
}

/** A retention of nothing yet. The document that was used last stays, however long it is. */
export function createRetention(): Retention {
  const lengths = new Map<string, number>();
  return {
    use(uri, length) {
      lengths.delete(uri);
      let others = 0;
      for (const other of lengths.values()) others += other;
      const released: string[] = [];
      for (const [other, size] of lengths) {
        if (others <= room) break;
        others -= size;
        lengths.delete(other);
        released.push(other);
      }
      lengths.set(uri, length);
      return released;
    },
    drop(uri) {
      lengths.delete(uri);
    },
  };
}
