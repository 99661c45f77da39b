import type { ActionFact, DocumentFacts } from './facts.ts';
import { likenessOf } from './values/actionLikeness.ts';

/** An open action item of some document. */
export interface OpenAction {
  readonly document: DocumentFacts;
  readonly action: ActionFact;
}

/** What is known of the documents of a workspace. */
export interface DocumentIndex {
  /** In the order of their paths. */
  readonly documents: readonly DocumentFacts[];
  /** The open actions of postmortems that have a likeness, see `likenessOf`. */
  openActions(likeness: string): readonly OpenAction[];
}

/** Makes the index of documents; what is looked up in it is gathered when it is first asked for. */
export function indexDocuments(facts: Iterable<DocumentFacts>): DocumentIndex {
  const documents = [...facts].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  let actions: ReadonlyMap<string, readonly OpenAction[]> | undefined;
  return {
    documents,
    openActions(likeness) {
      actions ??= gatherActions(documents);
      return actions.get(likeness) ?? [];
    },
  };
}

function gatherActions(documents: readonly DocumentFacts[]): ReadonlyMap<string, readonly OpenAction[]> {
  const found = new Map<string, OpenAction[]>();
  for (const document of documents) {
    if (document.kind !== 'postmortem') continue;
    for (const action of document.actionItems) {
      const likeness = action.state === 'open' ? likenessOf(action.text) : undefined;
      if (likeness === undefined) continue;
      const alike = found.get(likeness) ?? [];
      alike.push({ document, action });
      found.set(likeness, alike);
    }
  }
  return found;
}
