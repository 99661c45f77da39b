import { window } from 'vscode';
import { either, names, type Concerns } from './concerns.ts';

/** What a person decides on. */
export interface Question {
  readonly title: string;
  /** What runs, as it may be shown. */
  readonly shown: string;
  readonly directory: string;
  readonly concerns: Concerns;
}

/** What a person has decided; `unasked` where no question could be shown. */
export type Decision = 'run' | 'cancel' | 'unasked';

/** So much of a text stands in a question, in lines and in UTF-16 code units; more has a button that shows it. */
const most = { lines: 30, characters: 3_000 } as const;
const whole = 'Show Whole Text';

/**
 * Asks whether a step is to run. Only a person can answer: no argument does, and no command of another extension closes a
 * modal question with yes.
 */
export async function confirmRun(question: Question, show: (text: string) => Promise<void>): Promise<Decision> {
  const { title, concerns } = question;
  const shown = shortened(question.shown);
  const choice = concerns.isElsewhere ? 'Run Anyway' : 'Run';
  const choices = shown === question.shown ? [choice] : [choice, whole];
  for (;;) {
    let answer: string | undefined;
    try {
      answer = await window.showWarningMessage(
        messageOf(title, concerns.reasons),
        { modal: true, detail: detailOf(question, shown) },
        ...choices,
      );
    } catch {
      return 'unasked';
    }
    if (answer === choice) return 'run';
    if (answer !== whole) return 'cancel';
    await show(question.shown);
  }
}

/** `"Clean up" deletes whole folders for good and restarts or stops a machine. Run it?` */
export function messageOf(title: string, reasons: readonly string[]): string {
  const told = reasons.filter((reason) => reason !== '');
  const last = told.at(-1);
  if (last === undefined) return `Run "${title}"?`;
  const before = told.slice(0, -1).join(', it ');
  return `"${title}" ${before === '' ? last : `${before}, and it ${last}`}. Run it?`;
}

/** All that a decision hangs on, for whoever is to see that it still holds. */
export function detailOf({ directory, concerns }: Question, shown: string): string {
  const { contexts, unknownContexts, kubeContext } = concerns;
  const hasKube = contexts.some(({ expected }) => expected.kind === 'kubernetes');
  return [
    shown,
    '',
    `Working directory: ${directory}`,
    ...(kubeContext === undefined || hasKube ? [] : [`Live kube-context: ${kubeContext}`]),
    ...contexts.map(
      ({ expected: { kind, values }, live }) =>
        `Live ${names[kind]}: ${live ?? 'unknown'}; the runbook is for ${either(values)}`,
    ),
    ...unknownContexts.map((label) => `The runbook's context "${label}" can't be compared with a live one.`),
  ].join('\n');
}

/** A text without its middle, where it is too long for a question. */
function shortened(text: string): string {
  const lines = text.split('\n');
  const half = Math.floor(most.lines / 2);
  const fewer =
    lines.length <= most.lines
      ? text
      : [...lines.slice(0, half), `… ${lines.length - 2 * half} more lines …`, ...lines.slice(-half)].join('\n');
  if (fewer.length <= most.characters) return fewer;
  return `${fewer.slice(0, most.characters / 2)}\n…\n${fewer.slice(-most.characters / 2)}`;
}
