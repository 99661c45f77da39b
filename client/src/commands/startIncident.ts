import { window, workspace, Uri, ViewColumn, type TextDocument } from 'vscode';
import type { AlertResult } from '../../../server/src/protocol/alerts.ts';
import {
  newIncidentRequest,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { findAlert, type FoundAlert } from '../documents/alerts.ts';
import { isRefusal } from '../documents/answers.ts';
import { catalogFor, documentWithin } from '../documents/catalogs.ts';
import { declarer } from '../documents/declarer.ts';
import { folderFor, showNew, type Made } from '../documents/newDocuments.ts';
import { writeEntry } from '../documents/timelineEntries.ts';
import { readAnswers, textIn, textsIn, type Answers } from './answers.ts';
import type { Command } from './command.ts';
import { readSeverity } from './severityQuestion.ts';

const names = ['title', 'severity', 'reason', 'services', 'commander', 'trigger', 'payload', 'folder', 'template'];

/**
 * Starts an incident: a new live incident document, written, saved and opened with the caret in its summary. An alert, given
 * or in the clipboard, brings title, severity and first entries; one whose incident is live already goes on there.
 */
export const startIncident: Command = {
  id: 'incidentDocs.startIncident',
  title: 'Start Incident',
  async run(context, given): Promise<Made | Refusal | undefined> {
    const answers = readAnswers(given, names);
    // At night there is no time to choose a folder: without an argument it is that of the settings.
    const folder = await folderFor(context.server, 'incident', textIn(answers, 'folder'));
    if (folder && isRefusal(folder)) return folder;
    const alert = await findAlert(context, answers, documentWithin(folder));
    if (isRefusal(alert)) return alert;
    const live = alert.says?.live && (await openLive(alert.says.live.uri));
    if (alert.says && live) {
      const goesOn = answers.has('payload') || (await asksToGoOn(alert.says));
      if (goesOn === undefined) return undefined;
      if (goesOn) return goOn(context, alert.says, live);
    }
    const title = textIn(answers, 'title') ?? (answers.has('payload') ? alert.says?.title : await askTitle(alert.says));
    if (title === undefined) return undefined;
    const catalog = await catalogFor(context.server, documentWithin(folder));
    if (isRefusal(catalog)) return catalog;
    const severity = await readSeverity(
      catalog,
      textIn(answers, 'severity') ?? (answers.has('payload') ? alert.says?.severity : undefined),
      alert.says,
    );
    if (typeof severity !== 'string') return severity;
    return begin(context, answers, { title, severity, alert, folder });
  },
};

/** What a person, or a caller, has settled. */
interface Beginning {
  readonly title: string;
  readonly severity: string;
  readonly alert: FoundAlert;
  /** Where the document goes; undefined where no workspace is open. */
  readonly folder: Uri | undefined;
}

async function begin(
  context: Context,
  answers: Answers,
  { title, severity, alert, folder }: Beginning,
): Promise<Made | Refusal> {
  const given = textsIn(answers, 'services');
  const commander = textIn(answers, 'commander') ?? (await declarer());
  const trigger = textIn(answers, 'trigger') ?? (alert.says ? 'Automated alert' : undefined);
  const template = textIn(answers, 'template');
  // What the alert says is no reason for another severity than the one that it gives.
  const reason = textIn(answers, 'reason') ?? (alert.says?.severity === severity ? alert.says.grounds : undefined);
  const params: NewIncidentParams = {
    title,
    severity,
    services: given.length > 0 ? given : (alert.says?.services ?? []),
    at: new Date().toISOString(),
    ...(reason === undefined ? {} : { reason }),
    ...(commander === undefined ? {} : { commander }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(template === undefined ? {} : { template }),
    ...(alert.text === undefined ? {} : { payload: alert.text }),
    ...(folder === undefined ? {} : { folder: folder.toString() }),
  };
  const made = await context.server.ask<NewIncidentResult>(newIncidentRequest, params);
  if (isRefusal(made)) return made;
  const shown = await showNew({ ...made, place: { start: made.caret, end: made.caret } }, folder);
  if (isRefusal(shown)) return shown;
  context.activeIncident.set(Uri.parse(shown.uri));
  void offerRunbooks(made.runbooks);
  return shown;
}

/** Adds what an alert says to the document of its incident, and shows it. */
async function goOn(
  context: Context,
  { source, entries }: AlertResult,
  document: TextDocument,
): Promise<Made | Refusal> {
  await window.showTextDocument(document, { preview: false });
  for (const entry of entries) {
    const written = await writeEntry(context, document, entry);
    if (isRefusal(written)) return written;
  }
  if (entries.length === 0) void window.showInformationMessage(`The timeline has all that the ${source} alert says.`);
  context.activeIncident.set(document.uri);
  return { uri: document.uri.toString() };
}

/** The document of an incident; undefined for one that was deleted a moment ago. */
async function openLive(uri: string): Promise<TextDocument | undefined> {
  return workspace.openTextDocument(Uri.parse(uri)).then(
    (document) => document,
    () => undefined,
  );
}

async function asksToGoOn({ source, live }: AlertResult): Promise<boolean | undefined> {
  const add = 'Add to its timeline';
  const picked = await window.showQuickPick([add, 'Start another incident'], {
    title: 'Start Incident',
    placeHolder: `The ${source} alert in the clipboard belongs to ${live?.title ?? 'a live incident'}.`,
    ignoreFocusOut: true,
  });
  return picked === undefined ? undefined : picked === add;
}

async function offerRunbooks(runbooks: NewIncidentResult['runbooks']): Promise<void> {
  const [first] = runbooks;
  if (!first) return;
  const choice = await window.showInformationMessage(
    runbooks.length === 1
      ? `There is a runbook for this alert: ${first.title}.`
      : `There are ${runbooks.length} runbooks for this alert: ${runbooks.map(({ title }) => title).join(', ')}.`,
    'Open',
  );
  if (choice === 'Open')
    await window.showTextDocument(Uri.parse(first.uri), { preview: false, viewColumn: ViewColumn.Beside });
}

async function askTitle(alert: AlertResult | undefined): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: 'Start Incident (1 of 2)',
    prompt: alert
      ? `What is wrong, as the ${alert.source} alert in the clipboard says${alert.isOver ? ', which is over by now' : ''}`
      : 'What is wrong, in one line',
    placeHolder: 'High error rate on checkout',
    value: alert?.title ?? '',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? 'Say in a few words what is wrong; you can change it later.' : undefined,
  });
  return title?.trim();
}
