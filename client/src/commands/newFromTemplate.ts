import { window } from 'vscode';
import type { Catalog, Refusal } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { catalogFor, documentWithin } from '../documents/catalogs.ts';
import { kindNames } from '../documents/kindNames.ts';
import { folderFor, makeDocument, type Made } from '../documents/newDocuments.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import { askTitle } from './askTitle.ts';
import type { Command } from './command.ts';
import { writePostmortem } from './newPostmortem.ts';

type ListedTemplate = Catalog['templates'][number];

const kinds = ['runbook', 'incident', 'postmortem'] as const;

/** Writes a new document from any template, `google-sre` or, where several kinds have one of that name, `postmortem/google-sre`. */
export const newFromTemplate: Command = {
  id: 'incidentDocs.newFromTemplate',
  title: 'New from Template',
  async run(context, given): Promise<Made | Refusal | undefined> {
    const answers = readAnswers(given, ['incident', 'title', 'template', 'folder']);
    const templates = await listTemplates(context, textIn(answers, 'folder'));
    if ('reason' in templates) return templates;
    const incident = documentIn(answers, 'incident');
    const template = await findTemplate(templates, textIn(answers, 'template'), incident !== undefined);
    if (template === undefined || isRefusal(template)) return template;
    const { kind, name } = template;
    if (kind === 'postmortem') return writePostmortem(context, new Map([...answers, ['template', name]]), incident);
    const title = textIn(answers, 'title') ?? (await askTitle(this.title, 'High API latency'));
    if (title === undefined) return undefined;
    return makeDocument(context, { kind, title, template: name, folder: textIn(answers, 'folder') });
  },
};

/** The templates of each kind that there are where a document of that kind goes. */
async function listTemplates(
  { server }: Context,
  named: string | undefined,
): Promise<readonly ListedTemplate[] | Refusal> {
  const found: ListedTemplate[] = [];
  for (const kind of kinds) {
    const folder = await folderFor(server, kind, named);
    if (folder && isRefusal(folder)) return folder;
    const catalog = await catalogFor(server, documentWithin(folder));
    if (isRefusal(catalog)) return catalog;
    found.push(...catalog.templates.filter((template) => template.kind === kind));
  }
  return found;
}

async function findTemplate(
  templates: readonly ListedTemplate[],
  wanted: string | undefined,
  hasIncident: boolean,
): Promise<ListedTemplate | Refusal | undefined> {
  if (wanted === undefined) return askTemplate(templates);
  const found = templates.filter(({ kind, name }) => wanted === name || wanted === `${kind}/${name}`);
  const [only] = found;
  const names = (of: readonly ListedTemplate[]): string => of.map(({ kind, name }) => `${kind}/${name}`).join(', ');
  if (!only) return { reason: `There is no template "${wanted}"; the templates are: ${names(templates)}.` };
  if (found.length === 1) return only;
  // From an incident only a postmortem is written.
  const postmortem = hasIncident ? found.find(({ kind }) => kind === 'postmortem') : undefined;
  return postmortem ?? { reason: `Several kinds have a template "${wanted}"; name one of ${names(found)}.` };
}

async function askTemplate(templates: readonly ListedTemplate[]): Promise<ListedTemplate | undefined> {
  const items = templates.map((template) => ({
    label: kindNames[template.kind],
    description: template.name,
    template,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'New from Template',
    placeHolder: 'What do you want to write?',
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.template;
}
