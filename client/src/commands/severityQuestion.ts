import { window } from 'vscode';
import type { AlertResult } from '../../../server/src/protocol/alerts.ts';
import type { Catalog, Refusal } from '../../../server/src/protocol/channels.ts';

/** A severity that an alert gives, and why. */
export type Suggestion = Pick<AlertResult, 'severity' | 'reasons'>;

/** The severity that was answered, however it is spelled, or that the person picks. */
export async function readSeverity(
  { severities }: Pick<Catalog, 'severities'>,
  answer: string | undefined,
  suggestion: Suggestion | undefined,
): Promise<string | Refusal | undefined> {
  if (answer === undefined) return askSeverity(severities, suggestion);
  const found = severities.find(({ name }) => bare(name) === bare(answer))?.name;
  return (
    found ?? {
      reason: `There is no severity "${answer}"; choose from ${severities.map(({ name }) => name).join(', ')}.`,
    }
  );
}

function bare(severity: string): string {
  return severity.replaceAll(/[^a-z\d]/gi, '').toLowerCase();
}

/** The severity that the alert gives stands first, with what gives it; each has its criteria. */
async function askSeverity(
  severities: Catalog['severities'],
  suggestion: Suggestion | undefined,
): Promise<string | undefined> {
  const isSuggested = (name: string): boolean => name === suggestion?.severity;
  const items = severities
    .toSorted((a, b) => Number(isSuggested(b.name)) - Number(isSuggested(a.name)))
    .map(({ name, title, criteria }) => ({ label: name, ...worded(title, criteria, isSuggested(name) && suggestion) }));
  const picked = await window.showQuickPick(items, {
    title: 'Start Incident (2 of 2)',
    placeHolder: 'How severe is it? It can be changed later.',
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}

/** A criterion that holds is among the reasons already. */
function worded(
  title: string,
  criteria: readonly string[],
  suggestion: Suggestion | false | undefined,
): { readonly description: string; readonly detail: string } {
  const reasons = suggestion ? suggestion.reasons : [];
  return {
    description: suggestion ? `${title}, as the alert says` : title,
    detail: [
      ...reasons.map((reason) => `$(check) ${reason}`),
      ...criteria.filter((criterion) => !reasons.includes(criterion)),
    ].join(' · '),
  };
}
