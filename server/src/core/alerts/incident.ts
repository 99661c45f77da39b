import type { DocumentFacts } from '../model/facts.ts';
import { sameAlert } from '../model/alertNames.ts';
import type { Alert } from './alert.ts';

/** An entry of a timeline: its words are Markdown. */
export interface AlertEntry {
  /** In ms since 1970 UTC. */
  readonly at: number;
  readonly text: string;
}

/** What an alert says happened, as entries of a timeline; what it gives no time for happened at `now`. */
export function alertEntries({ events, links }: Alert, now: number): readonly AlertEntry[] {
  const places = links.map(({ label, target }) => `[${plainWords(label)}](<${target}>)`).join(', ');
  return events.map(({ at, text, kind }, index) => {
    const label = kind === undefined ? '' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: `;
    return { at: at ?? now, text: `${label}${plainWords(text)}${index === 0 && places !== '' ? ` (${places})` : ''}` };
  });
}

/** Words of others as Markdown that shows just these words. */
export function plainWords(text: string): string {
  return text.replaceAll(/[\\`*<[\]]/g, String.raw`\$&`);
}

/** The runbooks that are for an alert: by its name, or by the address that it names, which ends with the file's path. */
export function runbooksFor({ name, runbook }: Alert, documents: readonly DocumentFacts[]): readonly DocumentFacts[] {
  const runbooks = documents.filter(({ kind }) => kind === 'runbook');
  const page = runbook === undefined ? undefined : pageOf(runbook);
  const byPage = page === undefined ? [] : runbooks.filter(({ path }) => pageOf(path) === page);
  const byName =
    name === undefined ? [] : runbooks.filter(({ alerts }) => alerts.some((alert) => sameAlert(alert, name)));
  return [...new Set([...byPage, ...byName])];
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
