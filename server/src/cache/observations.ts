import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { digestOf } from './digest.ts';

/**
 * What somebody saw on the disk, by what they looked at: whether something is there, the text of a file, the names in a
 * folder, the Markdown files below it. A result that rests on them holds as long as another look sees the same.
 */
export type Observations = Readonly<Record<string, string>>;

/** What can be looked at. */
export type Look = 'there' | 'text' | 'names' | 'markdown';

const nothing = '-';

/** Notes what is seen. */
export interface Notebook {
  readonly observations: Observations;
  note(look: Look, path: string, seen: string): void;
  /** Takes over what others have noted. */
  add(observations: Observations): void;
}

/** An empty notebook. */
export function openNotebook(): Notebook {
  const observations: Record<string, string> = {};
  return {
    observations,
    note: (kind, path, seen) => void (observations[`${kind} ${path}`] = seen),
    add: (others) => void Object.assign(observations, others),
  };
}

/** What was looked at, by an observation's key, and where; as `kind` any word, for another version may have written it. */
export function lookOf(key: string): { readonly kind: string; readonly path: string } {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space), path: key.slice(space + 1) };
}

/** How it is noted whether something is there. */
export function seenPresence(isThere: boolean): string {
  return isThere ? '+' : nothing;
}

/** How a text is noted, without its byte order mark; undefined stands for a file that can't be read. */
export function seenText(text: string | undefined): string {
  return text === undefined ? nothing : digestOf(text);
}

/** How a list of names or paths is noted; undefined stands for a folder that can't be listed. */
export function seenList(list: readonly string[] | undefined): string {
  return list === undefined ? nothing : digestOf(list.join('\0'));
}

/** Looks again; each thing once, so that a witness is good for one moment. */
export interface Witness {
  /** Whether everything is as it was seen. */
  confirms(observations: Observations): boolean;
}

/** A witness of the disk as it is now; `markdownFiles` lists those below a folder. */
export function callWitness(markdownFiles: (folder: string) => readonly string[]): Witness {
  const seen = new Map<string, string>();
  return {
    confirms: (observations) =>
      Object.entries(observations).every(([key, before]) => {
        const now = seen.get(key) ?? look(key, markdownFiles);
        seen.set(key, now);
        return now === before;
      }),
  };
}

/** The names in a folder, sorted; none where there is no folder. */
function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function look(key: string, markdownFiles: (folder: string) => readonly string[]): string {
  const { kind, path } = lookOf(key);
  try {
    switch (kind) {
      case 'there':
        return seenPresence(statSync(path, { throwIfNoEntry: false }) !== undefined);
      case 'text':
        return seenText(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
      case 'names':
        return seenList(namesIn(path));
      case 'markdown':
        return seenList(markdownFiles(path));
      default:
        return 'unknown';
    }
  } catch {
    return nothing;
  }
}
