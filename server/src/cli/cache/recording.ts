import { dropOldRecords } from '../../cache/bound.ts';
import { openNotebook, type Notebook, type Observations } from '../../cache/observations.ts';
import { settledStamp, stampOf, type Stamp } from '../../cache/stamp.ts';
import { always, overlapOf } from '../../core/clock.ts';
import type { ExitStatus } from '../commands/command.ts';
import type { CheckedFile } from '../lint/report.ts';
import type { Terminal } from '../terminal.ts';
import { keepRun, runPlace, type Said } from './runs.ts';

/** What is noted of a run while it goes on, so that it can be repeated later. */
export interface Recording {
  /** To be used in place of the terminal. */
  readonly terminal: Terminal;
  /** Takes what is seen of the disk. */
  readonly notebook: Notebook;
  /** Notes files before they are read. */
  stamp(paths: readonly string[]): void;
  /** Keeps the run, unless something in it can't be repeated. */
  keep(status: ExitStatus, files: readonly CheckedFile[], seen: Observations): void;
}

/** Records a run with those words; `fixedNow` where the words themselves say what time it is. */
export function recordRun(words: readonly string[], terminal: Terminal, fixedNow: boolean): Recording {
  const place = runPlace(words, terminal);
  const said: Said[] = [];
  const notebook = openNotebook();
  const stamps = new Map<string, ReturnType<typeof stampOf>>();
  let takenAt = 0;
  return {
    terminal: listening(terminal, said),
    notebook,
    stamp(paths) {
      takenAt = Date.now();
      for (const path of paths) stamps.set(path, stampOf(path));
    },
    keep(status, files, seen) {
      if (!place || files.length !== stamps.size) return;
      notebook.add(seen);
      const settled: Record<string, Stamp> = {};
      let holds = always;
      for (const { path, basis } of files) {
        const stamp = stamps.get(path);
        if (!basis || !stamp) return;
        settled[path] = settledStamp(stamp, takenAt, basis.digest);
        holds = overlapOf(holds, basis.holds);
        notebook.add(basis.seen);
      }
      const period = fixedNow ? always : holds;
      const ends = [finite(period.from), finite(period.until)] as const;
      const run = { status, holds: ends, seen: notebook.observations, stamps: settled, said };
      if (keepRun(place.path, run)) dropOldRecords(place.folder, takenAt);
    },
  };
}

/** A terminal that does as the given one does, and notes what it is told. */
function listening(terminal: Terminal, said: Said[]): Terminal {
  const heard = (by: Said['by'], text: string | Uint8Array): void => {
    said.push({ by, text: typeof text === 'string' ? text : Buffer.from(text).toString('utf8') });
  };
  return {
    ...terminal,
    print(text) {
      heard('print', text);
      return terminal.print(text);
    },
    note(text) {
      heard('note', text);
      return terminal.note(text);
    },
    complain(sentence) {
      heard('complain', sentence);
      terminal.complain(sentence);
    },
  };
}

/** JSON has no infinity. */
function finite(moment: number): number | null {
  return Number.isFinite(moment) ? moment : null;
}
