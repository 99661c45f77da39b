import type { Clock } from '../clock.ts';
import { personKey } from '../model/incident/roles.ts';
import type { ActionFact } from '../model/facts.ts';
import { likenessOf } from '../model/values/actionLikeness.ts';
import { postmortemOf, type PlacedDocument } from './placedDocument.ts';

/** How soon an action is due: `soon` within seven days, `undated` where no day can be read. */
export type Urgency = 'overdue' | 'soon' | 'later' | 'undated';

/** All urgencies, the most urgent first. */
export const urgencies: readonly Urgency[] = ['overdue', 'soon', 'later', 'undated'];

/** An action that is still to be done. */
export interface OpenAction<D extends PlacedDocument = PlacedDocument> {
  readonly document: D;
  readonly action: ActionFact;
  readonly urgency: Urgency;
}

/** How much is left to somebody. */
export interface OwnerLoad {
  /** As the documents write the name first; undefined for what nobody owns. */
  readonly owner: string | undefined;
  readonly open: number;
  readonly overdue: number;
}

const soonDays = 7;
const dayMs = 86_400_000;

/**
 * The open actions of postmortems and incidents, the earliest due first. What an incident's postmortem has taken over is
 * listed there alone.
 */
export function openActions<D extends PlacedDocument>(documents: readonly D[], clock: Clock): readonly OpenAction<D>[] {
  const found = documents.flatMap((document): OpenAction<D>[] => {
    const { kind, actionItems } = document.facts;
    if (kind === 'runbook') return [];
    const open = actionItems.filter(({ state }) => state === 'open');
    const taken = kind === 'incident' && open.length > 0 ? takenOver(document, documents) : new Set<string>();
    return open
      .filter(({ text }) => !taken.has(sameness(text)))
      .map((action) => ({ document, action, urgency: urgencyOf(action, clock) }));
  });
  return found.toSorted(
    (a, b) =>
      urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
      compare(a.action.dueDay ?? '', b.action.dueDay ?? '') ||
      compare(a.document.facts.path, b.document.facts.path) ||
      a.action.range.start.line - b.action.range.start.line,
  );
}

/** Whoever owns an action: several where the document names several. */
export function ownersOf({ owner }: ActionFact): readonly string[] {
  return (owner ?? '').split(/\s*(?:[,;&/]|\band\b)\s*/).filter((name) => name !== '');
}

/** Whether somebody owns an action, whatever marks the name is written with: `@alice` is `alice`. */
export function isOwnedBy(action: ActionFact, person: string): boolean {
  return ownersOf(action).some((owner) => personKey(owner) === personKey(person));
}

/** What is left to whom, the most first, and what nobody owns last. */
export function loadsOf(actions: readonly OpenAction[]): readonly OwnerLoad[] {
  const loads = new Map<string, OwnerLoad>();
  for (const { action, urgency } of actions) {
    const owners = ownersOf(action);
    for (const owner of owners.length > 0 ? owners : [undefined]) {
      const key = personKey(owner ?? '');
      const { owner: name, open, overdue } = loads.get(key) ?? { owner, open: 0, overdue: 0 };
      loads.set(key, { owner: name, open: open + 1, overdue: overdue + (urgency === 'overdue' ? 1 : 0) });
    }
  }
  return [...loads.values()].toSorted(
    (a, b) =>
      Number(a.owner === undefined) - Number(b.owner === undefined) ||
      b.open - a.open ||
      compare(a.owner ?? '', b.owner ?? ''),
  );
}

function takenOver(incident: PlacedDocument, documents: readonly PlacedDocument[]): ReadonlySet<string> {
  const items = postmortemOf(incident, documents)?.facts.actionItems ?? [];
  return new Set(items.map(({ text }) => sameness(text)));
}

function sameness(text: string): string {
  return likenessOf(text) ?? text.trim().toLowerCase();
}

function urgencyOf({ dueDay }: ActionFact, clock: Clock): Urgency {
  if (dueDay === undefined) return 'undated';
  if (clock.isOver(dueDay)) return 'overdue';
  return clock.hasCome(Date.parse(dueDay) - soonDays * dayMs) ? 'soon' : 'later';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
