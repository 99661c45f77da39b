import { join } from 'node:path';
import { digestOf } from '../../cache/digest.ts';
import { callWitness, type Observations } from '../../cache/observations.ts';
import { programDigest } from '../../cache/program.ts';
import { readRecord, writeRecord } from '../../cache/record.ts';
import { isUnchanged, type Stamp } from '../../cache/stamp.ts';
import type { ExitStatus } from '../commands/command.ts';
import { markdownFilesBelow } from '../files/markdownFiles.ts';
import type { Terminal } from '../terminal.ts';
import { cachePlace } from './place.ts';

/** A run of `lint`, and all that it rests on. */
export interface KeptRun {
  readonly status: ExitStatus;
  /** When the clock would have the same part in it, in ms since 1970 UTC; null for an end that is open. */
  readonly holds: readonly [from: number | null, until: number | null];
  readonly seen: Observations;
  /** The checked files by their paths. */
  readonly stamps: Readonly<Record<string, Stamp>>;
  readonly said: readonly Said[];
}

/** Something that was written to the terminal, and the way that it took. */
export interface Said {
  readonly by: 'print' | 'note' | 'complain';
  readonly text: string;
}

/** What is kept before the texts, which follow it as they are. */
interface Head extends Omit<KeptRun, 'said'> {
  readonly said: readonly { readonly by: Said['by']; readonly bytes: number }[];
}

/** Where the run of a command is kept, given its words; undefined where nothing may be kept. */
export function runPlace(
  words: readonly string[],
  { workingFolder, columns, colours }: Terminal,
): { readonly folder: string; readonly path: string } | undefined {
  const folder = cachePlace(words, workingFolder);
  const name = digestOf(JSON.stringify([programDigest(), workingFolder, words, columns, colours]));
  return folder === undefined ? undefined : { folder, path: join(folder, `${name}.run`) };
}

/** Keeps a run; answers whether it could be kept. */
export function keepRun(path: string, { said, ...run }: KeptRun): boolean {
  const texts = said.map(({ text }) => Buffer.from(text));
  const head: Head = { ...run, said: said.map(({ by }, index) => ({ by, bytes: texts[index]?.length ?? 0 })) };
  return writeRecord(path, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts]));
}

/**
 * Says again what an earlier run with the same words said, where nothing has changed that it rests on; undefined where the
 * work is to be done. It loads neither parser nor rules.
 */
export async function repeatRun(words: readonly string[], terminal: Terminal): Promise<ExitStatus | undefined> {
  const place = runPlace(words, terminal);
  const record = place && readRecord(place.path);
  if (!record) return undefined;
  const end = record.indexOf(0x0a);
  const head: Head = JSON.parse(record.toString('utf8', 0, end));
  if (!holdsNow(head, Date.now())) return undefined;
  let start = end + 1;
  for (const { by, bytes } of head.said) {
    const text = record.subarray(start, start + bytes);
    start += bytes;
    if (by === 'complain') terminal.complain(text.toString('utf8'));
    else await terminal[by](text);
  }
  return head.status;
}

function holdsNow({ holds: [from, until], seen, stamps }: Head, now: number): boolean {
  if ((from !== null && now < from) || (until !== null && now >= until)) return false;
  if (!callWitness((folder) => markdownFilesBelow(folder, () => undefined)).confirms(seen)) return false;
  for (const path in stamps) {
    const stamp = stamps[path];
    if (stamp === undefined || !isUnchanged(path, stamp)) return false;
  }
  return true;
}
