import { commands, window, type Uri } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import {
  triageQuestionsRequest,
  triageRequest,
  type TriageParams,
  type TriageQuestions,
  type TriageQuestionsParams,
  type TriageResult,
} from '../../../server/src/protocol/triage.ts';
import { isRefusal } from '../documents/answers.ts';
import { documentWithin } from '../documents/catalogs.ts';
import { folderFor } from '../documents/newDocuments.ts';
import type { LanguageServer } from '../languageServer.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

interface Judged {
  readonly incident: boolean;
  readonly severity: string | null;
  readonly reasons: readonly string[];
}

/** Tells an incident from an everyday problem by a few questions, and the severity that the answers give. */
export const triage: Command = {
  id: 'incidentDocs.triage',
  title: 'Is It an Incident?',
  async run({ server }, given): Promise<Judged | Refusal | undefined> {
    const answered = readAnswers(given, ['answers']).get('answers');
    const place = await placeParams(server);
    const asked = answered === undefined ? await server.ask<TriageQuestions>(triageQuestionsRequest, place) : undefined;
    if (asked && isRefusal(asked)) return asked;
    const answers = asked ? await ask(asked) : readGiven(answered);
    if (answers === undefined) return undefined;
    const verdict = await server.ask<TriageResult>(triageRequest, { answers, ...place });
    if (isRefusal(verdict)) return verdict;
    const { incident, severity, reasons } = verdict;
    void tell(verdict);
    return { incident, severity, reasons };
  },
};

/** The settings that hold where the incident document would go. */
async function placeParams(server: LanguageServer): Promise<TriageQuestionsParams> {
  const folder = await folderFor(server, 'incident', undefined);
  const document: Uri | undefined = folder && !isRefusal(folder) ? documentWithin(folder) : undefined;
  return document === undefined ? {} : { uri: document.toString() };
}

type Given = TriageParams['answers'];

function readGiven(answers: unknown): Given {
  const isRecord = typeof answers === 'object' && answers !== null && !Array.isArray(answers);
  const entries = isRecord ? Object.entries(answers) : [];
  const wrong = entries.find(([, value]) => typeof value !== 'boolean' && typeof value !== 'number');
  if (!isRecord || wrong) throw new TypeError('its answer "answers" must be an object of yes and no, and of numbers.');
  return Object.fromEntries(entries);
}

/** One list for all that is answered with yes; then each figure, which may be left out. */
async function ask({ questions, figures }: TriageQuestions): Promise<Given | undefined> {
  const items = questions.map(({ name, question }) => ({ label: question, name }));
  const yes = await window.showQuickPick(items, {
    title: `Is It an Incident? (1 of ${figures.length + 1})`,
    placeHolder: 'Check all that is true, then press Enter',
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!yes) return undefined;
  const answers: Record<string, boolean | number> = Object.fromEntries(
    questions.map(({ name }) => [name, yes.some((item) => item.name === name)]),
  );
  for (const [index, { name, question, unit }] of figures.entries()) {
    const typed = await window.showInputBox({
      title: `Is It an Incident? (${index + 2} of ${figures.length + 1})`,
      prompt: `${question} In ${unit}; Enter alone where you do not know.`,
      ignoreFocusOut: true,
      validateInput: (value) => (/^\s*(?:\d+(?:\.\d+)?)?\s*$/.test(value) ? undefined : 'Write a number, such as 30.'),
    });
    if (typed === undefined) return undefined;
    // Shares are asked for in percent; monitoring, and so the server, counts these two as fractions.
    const scale = name === 'errorRate' || name === 'trafficRatio' ? 100 : 1;
    if (typed.trim() !== '') answers[name] = Number(typed) / scale;
  }
  return answers;
}

async function tell({ incident, severity, reasons, grounds, title }: TriageResult): Promise<void> {
  const why = reasons.join(' ');
  if (!incident) {
    void window.showInformationMessage(`By these answers it is no incident. ${why}`);
    return;
  }
  const choice = await window.showWarningMessage(
    `It is an incident, ${severity ?? 'of no known severity'}. ${why}`,
    'Start Incident',
  );
  if (choice !== 'Start Incident') return;
  const known = {
    ...(severity === null ? {} : { severity }),
    ...(grounds === undefined ? {} : { reason: grounds }),
    ...(title === undefined ? {} : { title }),
  };
  await commands.executeCommand('incidentDocs.startIncident', known);
}
