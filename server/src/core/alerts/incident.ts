import { sameAlert } from '../model/alertNames.ts';
import type { IncidentDocument } from '../model/document.ts';
import type { DocumentFacts } from '../model/facts.ts';
import { slice } from '../text/slice.ts';
import type { Alert } from './alert.ts';

/** An entry of a timeline: its words are Markdown. */
export interface AlertEntry {
  /** In ms since 1970 UTC. */
  readonly at: number;
  /** Whether the service says when; else it is when the alert came in. */
  readonly isDated: boolean;
  readonly text: string;
}

const minuteMs = 60_000;

/** What an alert says happened, as entries of a timeline; what it gives no time for happened at `now`. */
export function alertEntries({ events, links }: Alert, now: number): readonly AlertEntry[] {
  const places = links.map(({ label, target }) => `[${plainWords(label)}](${target})`).join(', ');
  return events.map(({ at, text, kind }, index) => {
    const label = kind === undefined ? '' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: `;
    return {
      at: at ?? now,
      isDated: at !== undefined,
      text: `${label}${plainWords(text)}${index === 0 && places !== '' ? ` (${places})` : ''}`,
    };
  });
}

/** Words of others as Markdown that shows just these words. */
export function plainWords(text: string): string {
  const escaped = text
    .replaceAll(/[\\`*<[\]{]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`)
    .replaceAll(/&(?=#?\w+;)/g, String.raw`\&`)
    .replace(/#+$/, String.raw`\$&`);
  // One alone is "about": ~5 min.
  return escaped.split('~').length > 2 ? escaped.replaceAll('~', String.raw`\~`) : escaped;
}

/** The runbooks that are for an alert: by a name, or by an address that it names, which ends with the file's path. */
export function runbooksFor(
  { names, runbooks: addresses }: Pick<Alert, 'names' | 'runbooks'>,
  documents: readonly DocumentFacts[],
): readonly DocumentFacts[] {
  const runbooks = documents.filter(({ kind }) => kind === 'runbook');
  const pages = new Set(addresses.flatMap((address) => pageOf(address) ?? []));
  const byPage = runbooks.filter(({ path }) => pages.has(pageOf(path) ?? ''));
  const byName = runbooks.filter(({ alerts }) => alerts.some((alert) => names.some((name) => sameAlert(alert, name))));
  return [...new Set([...byPage, ...byName])];
}

/** What an alert says that the timeline of its incident does not say yet: the same event may come in twice. */
export function newEntries(
  entries: readonly AlertEntry[],
  { text, timeline }: IncidentDocument,
): readonly AlertEntry[] {
  const told = (timeline?.entries ?? []).map(({ at, span }) => ({ at, words: bare(slice(text, span)) }));
  return entries.filter(
    (entry) =>
      !told.some(({ at, words }) => (!entry.isDated || sameMinute(at, entry.at)) && says(words, bare(entry.text))),
  );
}

/** Whether an entry's words hold others whole: "on checkout-1" is not in "on checkout-12". */
function says(words: string, others: string): boolean {
  const start = words.indexOf(others);
  return start >= 0 && !/^[\p{L}\p{N}]/u.test(words.slice(start + others.length));
}

/** Timelines tell minutes. */
function sameMinute(one: number | undefined, other: number): boolean {
  return one !== undefined && Math.floor(one / minuteMs) === Math.floor(other / minuteMs);
}

/** What is left of Markdown where a table, or a person, has written it in another way. */
function bare(words: string): string {
  return words.replaceAll(/[\\*_`<>~]/g, '').replaceAll(/\s+/g, ' ');
}

/** The last part of a path or an address, without extension and case: `KubePodCrashLooping`. */
function pageOf(address: string): string | undefined {
  const last = address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1)
    ?.replace(/\.(?:md|markdown|html?|adoc)$/i, '');
  return last === undefined || last === '' || /^(?:index|readme|runbooks?)$/i.test(last)
    ? undefined
    : last.toLowerCase();
}
