import { Uri, window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { incidentsRequest, type KnownIncident } from '../../../server/src/protocol/newDocument.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { linkPostmortem, makeDocument, type Made } from '../documents/newDocuments.ts';
import { documentIn, readAnswers, textIn, type Answers } from './answers.ts';
import { askTitle } from './askTitle.ts';
import type { Command } from './command.ts';

/** Writes the postmortem of an incident, or an empty one, and links the two with each other. */
export const newPostmortem: Command = {
  id: 'incidentDocs.newPostmortem',
  title: 'New Postmortem',
  async run(context, given): Promise<Made | Refusal | undefined> {
    const answers = readAnswers(given, ['incident', 'title', 'template', 'folder']);
    const incident = await findSource(context, answers);
    if (incident === undefined || (typeof incident === 'object' && isRefusal(incident))) return incident;
    return writePostmortem(context, answers, incident === 'none' ? undefined : incident);
  },
};

/** Writes a postmortem with what a caller has answered; of no incident, where none is given. */
export async function writePostmortem(
  context: Context,
  answers: Answers,
  incident: Uri | undefined,
): Promise<Made | Refusal | undefined> {
  const title = textIn(answers, 'title') ?? (incident ? '' : await askTitle('New Postmortem', 'Checkout was down'));
  if (title === undefined) return undefined;
  const template = textIn(answers, 'template');
  const made = await makeDocument(context, {
    kind: 'postmortem',
    folder: textIn(answers, 'folder'),
    ...(title === '' ? {} : { title }),
    ...(template === undefined ? {} : { template }),
    ...(incident === undefined ? {} : { incident: incident.toString() }),
  });
  if (isRefusal(made) || incident === undefined || !made.uri.startsWith('file:')) return made;
  const failed = await linkPostmortem(context, incident.toString(), made.uri);
  // The postmortem is there all the same.
  if (failed) void window.showWarningMessage(failed.reason);
  return made;
}

/**
 * The incident that a postmortem is written from: the one that is named, else the one in the active editor, else the one that
 * is picked; `none` for an empty postmortem, which a title alone asks for too.
 */
async function findSource(
  { server, activeIncident }: Context,
  answers: Answers,
): Promise<Uri | 'none' | Refusal | undefined> {
  const named = documentIn(answers, 'incident');
  if (named) return named;
  if (answers.has('incident')) return 'none';
  const known = await server.ask<readonly KnownIncident[]>(incidentsRequest, null);
  if (isRefusal(known)) return known;
  const shown = window.activeTextEditor?.document.uri.toString();
  const active = known.find((incident) => isSame(incident, shown));
  if (active) return Uri.parse(active.uri);
  if (textIn(answers, 'title') !== undefined || known.length === 0) return 'none';
  const current = (await activeIncident.find())?.toString();
  // The one at hand first, then those that are over, the last one first.
  const rank = (incident: KnownIncident): number => (isSame(incident, current) ? 0 : incident.live ? 2 : 1);
  const items = known
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ uri, title, severity = '', status = '' }) => ({
      label: title,
      description: [severity, status].filter((word) => word !== '').join(' · '),
      uri: Uri.parse(uri),
    }));
  const empty = { label: '$(new-file) Empty postmortem', description: '', uri: 'none' as const };
  const picked = await window.showQuickPick([...items, empty], {
    title: 'New Postmortem',
    placeHolder: 'Of which incident? Its timeline, fields and actions are carried over.',
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.uri;
}

function isSame({ uri }: KnownIncident, other: string | undefined): boolean {
  return Uri.parse(uri).toString() === other;
}
