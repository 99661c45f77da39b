import type { Period } from '../core/clock.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import type { DocumentKind } from '../core/schema/vocabulary.ts';
import type { Observations } from './observations.ts';
import { readRecord, writeRecord } from './record.ts';

/** What the result of a document rests on, its path and the team's settings aside. */
export interface Basis {
  /** Names the content that was read. */
  readonly digest: string;
  /** When the clock would have the same part in it. */
  readonly holds: Period;
  /** What was seen of other files. */
  readonly seen: Observations;
}

/** What is kept of a document that was read: neither its text nor its tree. */
export interface KeptDocument {
  /** Undefined for Markdown that is none of our documents. */
  readonly kind: DocumentKind | undefined;
  readonly template: string | undefined;
  readonly facts: DocumentFacts | undefined;
  /** Undefined where nobody has asked for them, so that the facts alone are known; no clock has a part in these. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
  readonly basis: Basis;
}

/** The documents of one workspace, as they are kept in a file. */
export interface Shelf {
  /** Names the program and the settings that the results were made with. */
  readonly title: string;
  /** What was kept of the document at a path; it may rest on what is no more. */
  find(path: string): KeptDocument | undefined;
  keep(path: string, document: KeptDocument): void;
  /** Says that what was found still holds: others give way to it where there is not room for all. */
  use(path: string): void;
  /** Writes the shelf where something new is on it; answers whether it was written. */
  save(): boolean;
}

type Written = readonly [
  kind: KeptDocument['kind'] | null,
  template: string | null | undefined,
  facts: KeptDocument['facts'] | null,
  diagnostics: KeptDocument['diagnostics'] | null,
  digest: string,
  from: number | null,
  until: number | null,
  seen: Observations,
];

/** Room in one file for the results of documents that were not asked for this time, in UTF-16 units. */
const room = 64 * 1024 * 1024;

/** Opens the shelf that is kept in a file; it is empty where that has another title. */
export function openShelf(file: string, title: string): Shelf {
  const [first, ...lines] = readRecord(file)?.toString('utf8').split('\n') ?? [];
  const earlier = new Map<string, string>();
  if (first === title) {
    for (let index = 0; index + 1 < lines.length; index += 2) earlier.set(lines[index] ?? '', lines[index + 1] ?? '');
  }
  const used = new Map<string, string>();
  let isNew = false;
  return {
    title,
    find(path) {
      const line = used.get(path) ?? earlier.get(path);
      return line === undefined ? undefined : read(line);
    },
    keep(path, document) {
      used.set(path, write(document));
      isNew = true;
    },
    use(path) {
      const line = earlier.get(path);
      if (line !== undefined && !used.has(path)) used.set(path, line);
    },
    save() {
      if (!isNew) return false;
      isNew = false;
      return writeRecord(file, Buffer.from(linesOf(title, used, earlier).join('\n')));
    },
  };
}

function linesOf(title: string, used: ReadonlyMap<string, string>, earlier: ReadonlyMap<string, string>): string[] {
  const lines = [title];
  let left = room;
  const add = (path: string, line: string): void => {
    left -= line.length;
    // A path may hold any character; one with a line feed is read anew each time.
    if (!path.includes('\n')) lines.push(path, line);
  };
  for (const [path, line] of used) add(path, line);
  for (const [path, line] of earlier) if (!used.has(path) && left > line.length) add(path, line);
  return lines;
}

function write({ kind, template, facts, diagnostics, basis: { digest, holds, seen } }: KeptDocument): string {
  const written: Written = [kind, template, facts, diagnostics, digest, finite(holds.from), finite(holds.until), seen];
  return JSON.stringify(written);
}

function read(line: string): KeptDocument {
  const [kind, template, facts, diagnostics, digest, from, until, seen]: Written = JSON.parse(line);
  const holds: Period = { from: from ?? Number.NEGATIVE_INFINITY, until: until ?? Number.POSITIVE_INFINITY };
  return {
    kind: kind ?? undefined,
    template: template ?? undefined,
    facts: facts ?? undefined,
    diagnostics: diagnostics?.map((diagnostic) => ({ ...diagnostic, fix: diagnostic.fix })),
    basis: { digest, holds, seen },
  };
}

/** JSON has no infinity. */
function finite(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
