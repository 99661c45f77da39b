import { postmortemLinkEdit } from '../../core/edits/postmortem/linkPostmortem.ts';
import { documentKinds } from '../../core/schema/vocabulary.ts';
import { fileNameOf, folderOf, joinPath } from '../../core/text/path.ts';
import { nearestWord } from '../../core/text/nearest.ts';
import type { Arguments } from '../arguments.ts';
import { addAlert, documentsAround, liveIncidentOf, readAlertFile } from '../documents/alertFile.ts';
import { compose, type Wish } from '../documents/compose.ts';
import { editFile, readDocumentFile, type DocumentFile } from '../documents/file.ts';
import { createEnvironments } from '../environments.ts';
import { isFailure, type Failure } from '../failure.ts';
import { createFile } from '../files/create.ts';
import { absolutePath, shownPath } from '../files/path.ts';
import { readMoment } from '../lint/moment.ts';
import type { Terminal } from '../terminal.ts';
import type { Command, ExitStatus } from './command.ts';
import { unexpectedOperand } from './operands.ts';

type NewKind = Wish['kind'];

const kinds: readonly NewKind[] = [...documentKinds, 'checklist'];
const folders: Readonly<Record<NewKind, string>> = {
  runbook: 'runbooks',
  incident: 'incidents',
  postmortem: 'postmortems',
  checklist: 'on-call',
};

/** Writes a new document from a template. */
export const newCommand: Command = {
  name: 'new',
  operands: 'KIND',
  summary: 'Write a new runbook, incident document, postmortem or on-call checklist',
  notes: `KIND is runbook, incident, postmortem, or checklist for what to do before, during and after a week on call. The file goes into
runbooks/, incidents/, postmortems/ or on-call/ of the repository unless another place is named; one that is there is never
overwritten. Its path is printed.

With --from, a postmortem carries over the timeline, fields, roles and actions of an incident document, and the two link to
each other: incident-docs new postmortem --from incidents/2024-01-15-api.md

An incident begins live, now. With --from-alert, the JSON of Alertmanager, Grafana, Prometheus, PagerDuty, Opsgenie or ServiceNow gives its
title, services, beginning, first entries, runbooks and severity, with the criteria that gave it; where that alert's incident
is live already, its events go on in the timeline there, and that document's path is printed. Where nothing says how severe
an incident is, it begins with the last severity but one, SEV-3, and its timeline says that nobody has judged it.

Example: curl -s $ALERT | incident-docs new incident --from-alert - --commander @alice`,
  options: [
    { name: 'title', value: 'TITLE', summary: 'The title; with --from or --from-alert, theirs where it is left out' },
    { name: 'template', value: 'NAME', summary: 'A template of that kind: google-sre, or one of the team' },
    { name: 'severity', value: 'SEVERITY', summary: 'The severity of an incident or postmortem' },
    { name: 'from', value: 'INCIDENT', summary: 'The incident document that a postmortem is written from' },
    { name: 'from-alert', value: 'FILE', summary: 'The alert that an incident begins with; "-" reads standard input' },
    { name: 'commander', value: 'NAME', summary: 'Who commands the incident' },
    { name: 'team', value: 'TEAM', summary: 'Whose week on call a checklist is for' },
    { name: 'folder', value: 'FOLDER', summary: 'The folder that it goes into' },
    { name: 'output', value: 'FILE', summary: 'The file that it is written to; "-" prints it' },
    { name: 'now', value: 'ISO', summary: 'The clock that it goes by: 2024-01-15T14:23Z' },
    { name: 'config', value: 'FILE', summary: 'A configuration that holds instead of .incident-docs/config.yaml' },
  ],
  run: writeNew,
};

async function writeNew(given: Arguments, terminal: Terminal): Promise<ExitStatus> {
  const refuse = (sentence: string): ExitStatus => {
    terminal.complain(sentence);
    return 2;
  };
  const kind = kindIn(given);
  if (typeof kind === 'object') return refuse(kind.failure);
  if (unexpectedOperand(given, 1, terminal)) return 2;
  const wrong = wrongUse(kind, given);
  if (wrong !== undefined) return refuse(wrong);
  const iso = given.value('now');
  const now = iso === undefined ? Date.now() : readMoment(iso);
  if (now === undefined)
    return refuse(`The option --now takes a date and time such as 2024-01-15T14:23Z, not "${iso ?? ''}".`);

  let isSound = true;
  const complain = (sentence: string): void => {
    isSound = false;
    terminal.complain(sentence);
  };
  const { workingFolder } = terminal;
  const absolute = (path: string): string => absolutePath(workingFolder, path);
  const config = given.value('config');
  const environments = createEnvironments(
    workingFolder,
    now,
    complain,
    config === undefined ? undefined : absolute(config),
  );
  const output = given.value('output');
  const named = output === undefined || output === '-' ? undefined : absolute(output);
  const wanted = given.value('folder');
  const place = named ?? joinPath(wanted === undefined ? workingFolder : absolute(wanted), 'new.md');
  const environment = await environments.of(place);
  const root = environment.workspace.root ?? workingFolder;
  const folder = named || wanted !== undefined ? folderOf(place) : joinPath(root, folders[kind]);
  const incident = await incidentIn(given, terminal, environments);
  if (incident && isFailure(incident)) return refuse(incident.failure);
  const alertFile = given.value('from-alert');
  const alert = alertFile === undefined ? undefined : await readAlertFile(alertFile, terminal);
  if (alert && isFailure(alert)) return refuse(alert.failure);
  if (!isSound) return 2;
  const around = alert ? await documentsAround(environment) : [];
  const live = alert && output === undefined ? liveIncidentOf(alert, around) : undefined;
  if (alert && live) {
    const shown = shownPath(workingFolder, live.path);
    const failed = await addAlert(alert, live, shown, environment);
    if (failed) return refuse(failed.failure);
    await terminal.print(`${shown}\n`);
    return 0;
  }

  const made = await compose(
    {
      kind,
      folder,
      title: given.value('title'),
      template: given.value('template'),
      severity: given.value('severity'),
      team: given.value('team'),
      commander: given.value('commander'),
      alert,
      around,
      incident: incident?.document,
    },
    environment,
  );
  if (isFailure(made)) return refuse(made.failure);
  if (made.remark !== undefined) terminal.complain(made.remark);
  if (output === '-') {
    await terminal.print(made.text);
    return 0;
  }
  const path = named ?? joinPath(folder, made.fileName);
  const failed = (await createFile(path, made.text, shownPath(workingFolder, path))) ?? (await linked(incident, path));
  if (failed) return refuse(failed.failure);
  await terminal.print(`${shownPath(workingFolder, path)}\n`);
  return 0;
}

function kindIn({ operands: [word] }: Arguments): NewKind | Failure {
  const kind = kinds.find((known) => known === word);
  if (kind) return kind;
  const names = `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1) ?? ''}`;
  if (word === undefined)
    return { failure: `What kind? Write ${names}, as in "incident-docs new runbook --title Queue".` };
  const near = nearestWord(word, kinds);
  return { failure: `There is no kind "${word}"; ${near ? `did you mean ${near}?` : `write ${names}.`}` };
}

/** Why options do not go together; undefined where they do. */
function wrongUse(kind: NewKind, given: Arguments): string | undefined {
  if (given.has('from') && kind !== 'postmortem')
    return 'The option --from is for a postmortem, which is written from an incident.';
  const misplaced = kind === 'incident' ? undefined : ['from-alert', 'commander'].find((name) => given.has(name));
  if (misplaced !== undefined) return `The option --${misplaced} is for an incident.`;
  if (given.has('team') && kind !== 'checklist') return 'The option --team is for a checklist of a week on call.';
  if (given.has('folder') && given.has('output')) return 'The options --folder and --output do not go together.';
  if (
    kind === 'checklist' ||
    given.has('from') ||
    given.has('from-alert') ||
    (given.value('title') ?? '').trim() !== ''
  )
    return undefined;
  return `The option --title is missing: incident-docs new ${kind} --title "High error rate".`;
}

async function incidentIn(
  given: Arguments,
  { workingFolder }: Terminal,
  environments: ReturnType<typeof createEnvironments>,
): Promise<DocumentFile | Failure | undefined> {
  const named = given.value('from');
  if (named === undefined) return undefined;
  const path = absolutePath(workingFolder, named);
  const file = await readDocumentFile(path, shownPath(workingFolder, path), await environments.of(path));
  if (isFailure(file) || file.document.kind === 'incident') return file;
  return { failure: `"${file.shown}" is a ${file.document.kind}; a postmortem is written from an incident document.` };
}

/** Links the incident document to its postmortem. */
async function linked(incident: DocumentFile | undefined, path: string): Promise<Failure | undefined> {
  if (!incident) return undefined;
  const title = incident.document.title?.subject || fileNameOf(path);
  const edit = postmortemLinkEdit(incident.document, { path, title });
  return edit && editFile(incident, [edit]);
}
