import { window } from 'vscode';
import { catalogRequest, type Catalog, type Refusal } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { kindNames } from '../documents/kindNames.ts';
import { makeDocument, type Made } from '../documents/newDocuments.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import { askTitle } from './askTitle.ts';
import type { Command } from './command.ts';
import { writePostmortem } from './newPostmortem.ts';

type ListedTemplate = Catalog['templates'][number];

/** Writes a new document from any template, `google-sre` or, where several kinds have one of that name, `postmortem/google-sre`. */
export const newFromTemplate: Command = {
  id: 'incidentDocs.newFromTemplate',
  title: 'New from Template',
  async run(context, given): Promise<Made | Refusal | undefined> {
    const answers = readAnswers(given, ['incident', 'title', 'template', 'folder']);
    const template = await findTemplate(
      context,
      textIn(answers, 'template'),
      documentIn(answers, 'incident') !== undefined,
    );
    if (template === undefined || isRefusal(template)) return template;
    const { kind, name } = template;
    const incident = documentIn(answers, 'incident');
    if (kind === 'postmortem') return writePostmortem(context, new Map([...answers, ['template', name]]), incident);
    const title = textIn(answers, 'title') ?? (await askTitle(this.title, 'High API latency'));
    if (title === undefined) return undefined;
    return makeDocument(context, { kind, title, template: name, folder: textIn(answers, 'folder') });
  },
};

async function findTemplate(
  { server }: Context,
  wanted: string | undefined,
  hasIncident: boolean,
): Promise<ListedTemplate | Refusal | undefined> {
  const catalog = await server.ask<Catalog>(catalogRequest, null);
  if (isRefusal(catalog)) return catalog;
  const { templates } = catalog;
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

async function askTemplate(templates: Catalog['templates']): Promise<ListedTemplate | undefined> {
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
