import {
  Position,
  Range,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
  Uri,
  ViewColumn,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import type { AlertResult } from '../../../server/src/protocol/alerts.ts';
import {
  catalogRequest,
  newIncidentRequest,
  type Catalog,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { findAlert, type FoundAlert } from '../documents/alerts.ts';
import { isRefusal } from '../documents/answers.ts';
import { declarer } from '../documents/declarer.ts';
import { currentFolder, folderIn, freeFile } from '../documents/startingPlace.ts';
import { writeEntry } from '../documents/timelineEntries.ts';
import { toPosition } from '../documents/wireEdits.ts';
import { readAnswers, textIn, textsIn, type Answers } from './answers.ts';
import type { Command } from './command.ts';

const names = ['title', 'severity', 'services', 'commander', 'trigger', 'payload', 'folder', 'template'];

interface Started {
  readonly uri: string;
}

/**
 * Starts an incident: a new live incident document, written, saved and opened with the caret in its summary. An alert, given
 * or in the clipboard, brings title, severity and first entries; one whose incident is live already goes on there.
 */
export const startIncident: Command = {
  id: 'incidentDocs.startIncident',
  title: 'Start Incident',
  async run(context, given): Promise<Started | Refusal | undefined> {
    const answers = readAnswers(given, names);
    const alert = await findAlert(context, answers);
    if (isRefusal(alert)) return alert;
    const live = alert.says?.live && (await openLive(alert.says.live.uri));
    if (alert.says && live) {
      const goesOn = answers.has('payload') || (await asksToGoOn(alert.says));
      if (goesOn === undefined) return undefined;
      if (goesOn) return goOn(context, alert.says, live);
    }
    const title = textIn(answers, 'title') ?? (answers.has('payload') ? alert.says?.title : await askTitle(alert.says));
    if (title === undefined) return undefined;
    const offered = alert.says?.severity;
    const severity = await readSeverity(
      context,
      textIn(answers, 'severity') ?? (answers.has('payload') ? offered : undefined),
      offered,
    );
    if (typeof severity !== 'string') return severity;
    return begin(context, answers, { title, severity, alert });
  },
};

/** What a person, or a caller, has settled. */
interface Beginning {
  readonly title: string;
  readonly severity: string;
  readonly alert: FoundAlert;
}

async function begin(
  context: Context,
  answers: Answers,
  { title, severity, alert }: Beginning,
): Promise<Started | Refusal> {
  const place = incidentPlace(textIn(answers, 'folder'));
  if (place && isRefusal(place)) return place;
  const given = textsIn(answers, 'services');
  const commander = textIn(answers, 'commander') ?? (await declarer());
  const trigger = textIn(answers, 'trigger') ?? (alert.says ? 'Automated alert' : undefined);
  const template = textIn(answers, 'template');
  const params: NewIncidentParams = {
    title,
    severity,
    services: given.length > 0 ? given : (alert.says?.services ?? []),
    at: new Date().toISOString(),
    ...(commander === undefined ? {} : { commander }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(template === undefined ? {} : { template }),
    ...(alert.text === undefined ? {} : { payload: alert.text }),
    ...(place === undefined ? {} : { folder: place.toString() }),
  };
  const made = await context.server.ask<NewIncidentResult>(newIncidentRequest, params);
  if (isRefusal(made)) return made;
  const document = await write(made, place);
  if (isRefusal(document)) return document;
  const caret = toPosition(made.caret);
  const editor = await window.showTextDocument(document, { preview: false });
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret));
  context.activeIncident.set(document.uri);
  void offerRunbooks(made.runbooks);
  return { uri: document.uri.toString() };
}

/** Adds what an alert says to the document of its incident, and shows it. */
async function goOn(
  context: Context,
  { source, entries }: AlertResult,
  document: TextDocument,
): Promise<Started | Refusal> {
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

/** The severity that was answered, however it is spelled, or that the person picks. */
async function readSeverity(
  { server }: Context,
  answer: string | undefined,
  offered: string | undefined,
): Promise<string | Refusal | undefined> {
  const catalog = await server.ask<Catalog>(catalogRequest, null);
  if (isRefusal(catalog)) return catalog;
  const { severities } = catalog;
  if (answer === undefined) return askSeverity(severities, offered);
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

/** The severity that the alert means stands first. */
async function askSeverity(
  severities: Catalog['severities'],
  offered: string | undefined,
): Promise<string | undefined> {
  const sorted = severities.toSorted((a, b) => Number(b.name === offered) - Number(a.name === offered));
  const items = sorted.map(({ name, title, criteria }) => ({
    label: name,
    description: name === offered ? `${title}, as the alert says` : title,
    detail: criteria.join(' · '),
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Start Incident (2 of 2)',
    placeHolder: 'How severe is it? It can be changed later.',
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}

/** Where the document goes; undefined without a folder, for at night there is no time to choose one. */
function incidentPlace(folder: string | undefined): Uri | Refusal | undefined {
  const workspaceFolder = currentFolder();
  return workspaceFolder && folderIn(workspaceFolder, folder ?? incidentsFolder(workspaceFolder));
}

async function write(made: NewIncidentResult, place: Uri | undefined): Promise<TextDocument | Refusal> {
  if (!place) return workspace.openTextDocument({ language: 'markdown', content: made.text });
  const uri = await freeFile(place, made.fileName);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false });
  edit.insert(uri, new Position(0, 0), made.text);
  const isApplied = await workspace.applyEdit(edit);
  if (!isApplied)
    return {
      reason: `The file ${workspace.asRelativePath(uri)} could not be created; check that its folder can be written to.`,
    };
  const document = await workspace.openTextDocument(uri);
  await document.save();
  return document;
}

function incidentsFolder({ uri }: WorkspaceFolder): string {
  return workspace.getConfiguration('incidentDocs', uri).get<string>('incidentsFolder', 'incidents');
}
