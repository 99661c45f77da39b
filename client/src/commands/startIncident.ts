import {
  Position,
  Range,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import {
  catalogRequest,
  newIncidentRequest,
  type Catalog,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { currentFolder, folderIn, freeFile } from '../documents/startingPlace.ts';
import { toPosition } from '../documents/wireEdits.ts';
import { readAnswers, textIn, textsIn, type Answers } from './answers.ts';
import type { Command } from './command.ts';

const names = ['title', 'severity', 'services', 'commander', 'trigger', 'folder', 'template'];

/** Starts an incident: a new live incident document, written, saved and opened with the caret in its summary. */
export const startIncident: Command = {
  id: 'incidentDocs.startIncident',
  title: 'Start Incident',
  async run(context, given): Promise<{ readonly uri: string } | Refusal | undefined> {
    const answers = readAnswers(given, names);
    const services = textsIn(answers, 'services');
    const title = textIn(answers, 'title') ?? (await askTitle());
    if (title === undefined) return undefined;
    const severity = await readSeverity(context, textIn(answers, 'severity'));
    if (typeof severity !== 'string') return severity;

    const params: NewIncidentParams = { title, severity, services, at: new Date().toISOString(), ...optional(answers) };
    const made = await context.server.ask<NewIncidentResult>(newIncidentRequest, params);
    if (isRefusal(made)) return made;
    const document = await write(made, textIn(answers, 'folder'));
    if (isRefusal(document)) return document;
    const caret = toPosition(made.caret);
    const editor = await window.showTextDocument(document, { preview: false });
    editor.selection = new Selection(caret, caret);
    editor.revealRange(new Range(caret, caret));
    context.activeIncident.set(document.uri);
    return { uri: document.uri.toString() };
  },
};

function optional(answers: Answers): Partial<NewIncidentParams> {
  const given = (['commander', 'trigger', 'template'] as const).map((name) => [name, textIn(answers, name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

async function askTitle(): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: 'Start Incident (1 of 2)',
    prompt: 'What is wrong, in one line',
    placeHolder: 'High error rate on checkout',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? 'Say in a few words what is wrong; you can change it later.' : undefined,
  });
  return title?.trim();
}

/** The severity that was answered, however it is spelled, or that the person picks. */
async function readSeverity({ server }: Context, answer: string | undefined): Promise<string | Refusal | undefined> {
  const catalog = await server.ask<Catalog>(catalogRequest, null);
  if (isRefusal(catalog)) return catalog;
  const { severities } = catalog;
  if (answer === undefined) return askSeverity(severities);
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

async function askSeverity(severities: Catalog['severities']): Promise<string | undefined> {
  const items = severities.map(({ name, title, criteria }) => ({
    label: name,
    description: title,
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

async function write(made: NewIncidentResult, folder: string | undefined): Promise<TextDocument | Refusal> {
  const workspaceFolder = currentFolder();
  // Without a folder there is no place for a file, and at night no time to choose one: the text must not wait for it.
  if (!workspaceFolder) return workspace.openTextDocument({ language: 'markdown', content: made.text });
  const place = folderIn(workspaceFolder, folder ?? incidentsFolder(workspaceFolder));
  if ('reason' in place) return place;

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
