import { join } from 'node:path';
import type { Period } from '../../core/clock.ts';
import { isWithin } from '../../core/clock.ts';
import { digestOf } from '../../cache/digest.ts';
import { callWitness, type Observations } from '../../cache/observations.ts';
import { programDigest } from '../../cache/program.ts';
import { readRecord, writeRecord } from '../../cache/record.ts';
import type { Surroundings } from '../environments.ts';
import { markdownFilesBelow } from '../files/markdownFiles.ts';
import type { Basis, CheckedFile } from '../lint/report.ts';

/** What is kept of a checked file: all but its text and what depends on the working directory. */
export type KeptFile = Pick<CheckedFile, 'kind' | 'template' | 'facts' | 'diagnostics'> & { readonly basis: Basis };

/** The results of earlier runs, document by document. */
export interface KeptDocuments {
  /** The result for a file of that content, where nothing else that it rests on has changed either. */
  find(path: string, digest: string, surroundings: Surroundings): KeptFile | undefined;
  keep(file: CheckedFile, surroundings: Surroundings): void;
  /** Writes what is new. */
  save(): void;
}

/** Opens the results that are kept in a folder. */
export function openKeptDocuments(folder: string): KeptDocuments {
  const witness = callWitness((place) => markdownFilesBelow(place, () => undefined));
  const shelves = new Map<string, Shelf>();
  const shelfOf = (surroundings: Surroundings): Shelf => {
    const path = join(
      folder,
      `${digestOf(JSON.stringify([surroundings.workspace.root, surroundings.settings]))}.documents`,
    );
    const shelf = shelves.get(path) ?? openShelf(path, surroundings.settled);
    shelves.set(path, shelf);
    return shelf;
  };
  return {
    find(path, digest, surroundings) {
      const shelf = shelfOf(surroundings);
      const line = shelf.earlier.get(path);
      const kept = line === undefined ? undefined : read(line);
      if (line === undefined || !kept || kept.basis.digest !== digest) return undefined;
      if (!isWithin(kept.basis.holds, surroundings.now) || !witness.confirms(kept.basis.seen)) return undefined;
      shelf.used.set(path, line);
      return kept;
    },
    keep({ path, kind, template, facts, diagnostics, basis }, surroundings) {
      if (!basis) return;
      const { from, until } = basis.holds;
      const written: Written = [
        kind,
        template,
        facts,
        diagnostics,
        basis.digest,
        finite(from),
        finite(until),
        basis.seen,
      ];
      const shelf = shelfOf(surroundings);
      shelf.used.set(path, JSON.stringify(written));
      shelf.isNew = true;
    },
    save() {
      for (const [path, shelf] of shelves) if (shelf.isNew) saveShelf(path, shelf);
    },
  };
}

/** The results of one workspace, each as its line. */
interface Shelf {
  /** Names the program and the settings that the results were made with. */
  readonly title: string;
  readonly earlier: ReadonlyMap<string, string>;
  readonly used: Map<string, string>;
  isNew: boolean;
}

type Written = readonly [
  kind: CheckedFile['kind'] | null,
  template: string | null | undefined,
  facts: CheckedFile['facts'] | null,
  diagnostics: CheckedFile['diagnostics'],
  digest: string,
  from: number | null,
  until: number | null,
  seen: Observations,
];

/** Room in one file for the results of documents that were not asked for this time, in UTF-16 units. */
const room = 64 * 1024 * 1024;

function openShelf(path: string, settled: Observations): Shelf {
  const title = digestOf(JSON.stringify([programDigest(), settled]));
  const [first, ...lines] = readRecord(path)?.toString('utf8').split('\n') ?? [];
  const earlier = new Map<string, string>();
  if (first === title) {
    for (let index = 0; index + 1 < lines.length; index += 2) earlier.set(lines[index] ?? '', lines[index + 1] ?? '');
  }
  return { title, earlier, used: new Map(), isNew: false };
}

function saveShelf(path: string, { title, earlier, used }: Shelf): void {
  const lines = [title];
  let left = room;
  const add = (file: string, line: string): void => {
    left -= line.length;
    // A path may hold any character; one with a line feed is checked anew each time.
    if (!file.includes('\n')) lines.push(file, line);
  };
  for (const [file, line] of used) add(file, line);
  for (const [file, line] of earlier) if (!used.has(file) && left > line.length) add(file, line);
  writeRecord(path, Buffer.from(lines.join('\n')));
}

function read(line: string): KeptFile {
  const [kind, template, facts, diagnostics, digest, from, until, seen]: Written = JSON.parse(line);
  const holds: Period = { from: from ?? Number.NEGATIVE_INFINITY, until: until ?? Number.POSITIVE_INFINITY };
  return {
    kind: kind ?? undefined,
    template: template ?? undefined,
    facts: facts ?? undefined,
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, fix: diagnostic.fix })),
    basis: { digest, holds, seen },
  };
}

/** JSON has no infinity. */
function finite(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
