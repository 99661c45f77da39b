import type { Environment } from '../../core/environment.ts';
import { newDocumentFolder } from '../../core/configuration/newDocumentFolder.ts';
import { documentKinds } from '../../core/schema/vocabulary.ts';
import { folderOf, joinPath } from '../../core/text/path.ts';
import { nearestWord } from '../../core/text/nearest.ts';
import type { Arguments } from '../arguments.ts';
import { compose, type Wish } from '../documents/compose.ts';
import { goOn, linkIncident, sourcesOf, type Sources } from '../documents/sources.ts';
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
the folder that the configuration's documents name for its kind, else into runbooks/, incidents/, postmortems/ or on-call/ of
the repository, unless another place is named; one that is there is never overwritten. Its path is printed.

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
  const refuse = ({ failure }: Failure): ExitStatus => {
    terminal.complain(failure);
    return 2;
  };
  const kind = kindIn(given);
  if (typeof kind === 'object') return refuse(kind);
  if (unexpectedOperand(given, 1, terminal)) return 2;
  const wrong = wrongUse(kind, given);
  if (wrong) return refuse(wrong);
  const now = momentIn(given);
  if (typeof now === 'object') return refuse(now);

  let isSound = true;
  const complain = (sentence: string): void => {
    isSound = false;
    terminal.complain(sentence);
  };
  const config = given.value('config');
  const environments = createEnvironments(
    terminal.workingFolder,
    now,
    complain,
    config === undefined ? undefined : absolutePath(terminal.workingFolder, config),
  );
  const place = await placeOf(kind, given, terminal, environments);
  const sources = await sourcesOf(given, terminal, place.environment, environments);
  if (isFailure(sources)) return refuse(sources);
  if (!isSound) return 2;
  const printed = sources.live
    ? await goOn(sources.live, place.environment, terminal)
    : await begin(kind, given, sources, place, terminal);
  if (typeof printed === 'object') return refuse(printed);
  await terminal.print(place.isPrinted ? printed : `${printed}\n`);
  return 0;
}

/** Where a new document goes. */
interface Place {
  readonly environment: Environment;
  readonly folder: string;
  /** The absolute path of its file; undefined where its title names it. */
  readonly file: string | undefined;
  /** Whether it is printed instead. */
  readonly isPrinted: boolean;
}

async function placeOf(
  kind: NewKind,
  given: Arguments,
  { workingFolder }: Terminal,
  environments: ReturnType<typeof createEnvironments>,
): Promise<Place> {
  const output = given.value('output');
  const isPrinted = output === '-';
  const file = output === undefined || isPrinted ? undefined : absolutePath(workingFolder, output);
  const wanted = given.value('folder');
  const near = wanted === undefined ? workingFolder : absolutePath(workingFolder, wanted);
  const path = file ?? joinPath(near, 'new.md');
  const environment = await environments.of(path);
  const root = environment.workspace.root ?? workingFolder;
  const folder =
    file !== undefined || wanted !== undefined ? folderOf(path) : joinPath(root, usualFolder(kind, environment));
  return { environment, folder, file, isPrinted };
}

/** Where the team's configuration has documents of a kind, else where most teams have them. */
function usualFolder(kind: NewKind, { configuration }: Environment): string {
  const settled = kind === 'checklist' ? undefined : newDocumentFolder(configuration.documents, kind);
  return settled ?? folders[kind];
}

/** Writes the document; what is to be printed is its path, or itself. */
async function begin(
  kind: NewKind,
  given: Arguments,
  { incident, alert, around }: Sources,
  { environment, folder, file, isPrinted }: Place,
  terminal: Terminal,
): Promise<string | Failure> {
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
  if (isFailure(made)) return made;
  if (made.remark !== undefined) terminal.complain(made.remark);
  if (isPrinted) return made.text;
  const path = file ?? joinPath(folder, made.fileName);
  const shown = shownPath(terminal.workingFolder, path);
  return (await createFile(path, made.text, shown)) ?? (await linkIncident(incident, path)) ?? shown;
}

function momentIn(given: Arguments): number | Failure {
  const iso = given.value('now');
  const now = iso === undefined ? Date.now() : readMoment(iso);
  return now ?? { failure: `The option --now takes a date and time such as 2024-01-15T14:23Z, not "${iso ?? ''}".` };
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
function wrongUse(kind: NewKind, given: Arguments): Failure | undefined {
  if (given.has('from') && kind !== 'postmortem')
    return { failure: 'The option --from is for a postmortem, which is written from an incident.' };
  const misplaced = kind === 'incident' ? undefined : ['from-alert', 'commander'].find((name) => given.has(name));
  if (misplaced !== undefined) return { failure: `The option --${misplaced} is for an incident.` };
  if (given.has('team') && kind !== 'checklist')
    return { failure: 'The option --team is for a checklist of a week on call.' };
  if (given.has('folder') && given.has('output'))
    return { failure: 'The options --folder and --output do not go together.' };
  const bringsTitle = kind === 'checklist' || given.has('from') || given.has('from-alert');
  if (bringsTitle || (given.value('title') ?? '').trim() !== '') return undefined;
  return { failure: `The option --title is missing: incident-docs new ${kind} --title "High error rate".` };
}
