import { window } from 'vscode';
import type { CheckName, ResolutionState } from '../../../server/src/protocol/resolution.ts';

/** Error rate and traffic as fractions of 1, the latency in ms; one that is missing was not measured. */
export type Figures = Partial<Record<CheckName, number>>;

const title = 'Resolve Incident';

const questions: Readonly<
  Record<CheckName, { readonly prompt: string; readonly example: string; readonly share: boolean }>
> = {
  errorRate: { prompt: 'Error rate now, in percent', example: '0.4', share: true },
  latencyP99Ms: { prompt: 'p99 latency now, in ms', example: '350', share: false },
  trafficRatio: { prompt: 'Traffic now, in percent of the expected', example: '98', share: true },
};

/** Asks what ended the incident; undefined where the person cancels. */
export async function askResolution(): Promise<string | undefined> {
  const resolution = await window.showInputBox({
    title,
    prompt: 'What ended it?',
    placeHolder: 'Raised the connection pool from 100 to 300',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Say in a few words what ended it.' : undefined),
  });
  return resolution?.trim();
}

/** Asks why it happened; empty where nobody knows yet, undefined where the person cancels. */
export async function askRootCause(): Promise<string | undefined> {
  const cause = await window.showInputBox({
    title,
    prompt: 'What was the root cause, as far as is known? Enter alone leaves it open.',
    placeHolder: 'The pool was too small for the traffic of the sale',
    ignoreFocusOut: true,
  });
  return cause?.trim();
}

/** Asks for the figures one by one; undefined where the person cancels. */
export async function askFigures(checks: ResolutionState['checks']): Promise<Figures | undefined> {
  const figures: Figures = {};
  for (const [index, { name, wants }] of checks.entries()) {
    const { prompt, example, share } = questions[name];
    const answer = await window.showInputBox({
      title: `${title}: check ${index + 1} of ${checks.length}`,
      prompt: `${prompt} (it takes ${wants}). Enter alone means that it was not measured.`,
      placeHolder: example,
      ignoreFocusOut: true,
      validateInput: (value) => (figureIn(value) === undefined ? `Write a number, such as ${example}.` : undefined),
    });
    if (answer === undefined) return undefined;
    const figure = figureIn(answer);
    if (typeof figure === 'number') figures[name] = share ? figure / 100 : figure;
  }
  return figures;
}

/** `0.4`, `0,4 %`, `350 ms`; null for nothing, undefined for what is no number. */
function figureIn(answer: string): number | null | undefined {
  const words = answer
    .trim()
    .replace(/\s*(?:%|ms)$/i, '')
    .replace(',', '.');
  if (words === '') return null;
  const figure = Number(words);
  return Number.isFinite(figure) && figure >= 0 ? figure : undefined;
}

/** Asks which of the open objectives are met; undefined where the person cancels. */
export async function askObjectives(unmet: readonly string[]): Promise<readonly string[] | undefined> {
  if (unmet.length === 0) return [];
  return window.showQuickPick([...unmet], {
    title,
    placeHolder: 'Which objectives are met? The incident is resolved once all are.',
    canPickMany: true,
    ignoreFocusOut: true,
  });
}

/** Asks why the incident counts as resolved all the same; undefined where it does not. */
export async function askOverride(reason: string): Promise<string | undefined> {
  const anyway = 'Resolve all the same, and say why';
  const picked = await window.showQuickPick(['Leave it unresolved', anyway], {
    title,
    placeHolder: reason,
    ignoreFocusOut: true,
  });
  if (picked !== anyway) return undefined;
  const why = await window.showInputBox({
    title,
    prompt: 'Why does it count as resolved? The timeline tells it.',
    placeHolder: 'The customer confirms that it works again',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Say why; those who read the timeline will ask.' : undefined),
  });
  return why?.trim();
}
