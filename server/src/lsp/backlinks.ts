import type { DocumentFacts } from '../core/model/facts.ts';
import { pathWithin } from '../core/text/path.ts';
import { unattended } from './door.ts';
import type { Reading } from './reading.ts';
import { allFacts } from './requests/allFacts.ts';
import type { Session } from './session.ts';

/** How many documents link to the runbooks that are open, as far as it is known. */
export interface Backlinks {
  /** In words; undefined where there are none, and as long as the other documents have not been read. */
  of(reading: Reading): string | undefined;
}

/** Keeps the backlinks of runbooks: counts them whenever they are asked for, and tells when the count is another one. */
export function keepBacklinks(session: Session, changed: () => Promise<void>): Backlinks {
  const known = new Map<string, string>();
  const counting = new Set<string>();
  const count = async (uri: string, path: string): Promise<void> => {
    try {
      const words = backlinkWords(await backlinksTo(session, path));
      if ((known.get(uri) ?? '') === words) return;
      known.set(uri, words);
      await changed();
    } finally {
      counting.delete(uri);
    }
  };
  session.documents.onDidClose(({ document: { uri } }) => known.delete(uri));
  return {
    of({ uri, document }) {
      if (document?.kind !== 'runbook') return undefined;
      if (!counting.has(uri)) {
        counting.add(uri);
        unattended(session.connection, `Links to ${uri}`, () => count(uri, document.path));
      }
      return known.get(uri) || undefined;
    },
  };
}

async function backlinksTo(session: Session, path: string): Promise<readonly DocumentFacts[]> {
  const { workspace } = await session.environments.of(path);
  const place = pathWithin(workspace.root, path) ?? path;
  return (await allFacts(session)).flatMap(({ document }) =>
    document && document.path !== path && document.links.some(({ to }) => to === place) ? document : [],
  );
}

/** `3 postmortems used this runbook`; empty where none did. */
function backlinkWords(from: readonly DocumentFacts[]): string {
  const counts = (['postmortem', 'incident'] as const).flatMap((kind) => {
    const count = from.filter((document) => document.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? '' : `${counts.join(' and ')} used this runbook`;
}
