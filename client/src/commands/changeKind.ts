import { window, workspace, type Uri } from 'vscode';
import {
  setKindRequest,
  type Refusal,
  type SetKindParams,
  type SetKindResult,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from '../documents/answers.ts';
import { catalogFor } from '../documents/catalogs.ts';
import { openDocument } from '../documents/openDocument.ts';
import { kindNamed, kindNames } from '../documents/kindNames.ts';
import { toWorkspaceEdit } from '../documents/wireEdits.ts';
import { documentIn, readAnswers, textIn, type Answers } from './answers.ts';
import type { Command } from './command.ts';

type Choice = Pick<SetKindParams, 'kind' | 'template'>;

/** Says in a document's front matter which kind and template it is. */
export const changeKind: Command = {
  id: 'incidentDocs.changeKind',
  title: 'Change Kind',
  async run(context, given): Promise<{ readonly uri: string } | Refusal | undefined> {
    const answers = readAnswers(given, ['uri', 'kind', 'template']);
    const uri = documentIn(answers, 'uri');
    const document = uri ? await openDocument(uri) : window.activeTextEditor?.document;
    if (document && isRefusal(document)) return document;
    if (document?.languageId !== 'markdown')
      return { reason: 'No Markdown document is open; open the one whose kind is to change.' };
    const choice = answeredChoice(answers) ?? (await askChoice(context, document.uri));
    if (choice === undefined || 'reason' in choice) return choice;

    const params: SetKindParams = { uri: document.uri.toString(), ...choice };
    const answer = await answerFor(document, () => context.server.ask<SetKindResult>(setKindRequest, params));
    if (isRefusal(answer)) return answer;
    if (!(await workspace.applyEdit(toWorkspaceEdit(document, answer.edits)))) {
      return {
        reason: `The front matter of ${workspace.asRelativePath(document.uri)} could not be written; check that it can be edited.`,
      };
    }
    return { uri: params.uri };
  },
};

function answeredChoice(answers: Answers): Choice | Refusal | undefined {
  const name = textIn(answers, 'kind');
  if (name === undefined) return undefined;
  const kind = kindNamed(name);
  if (kind === undefined)
    return { reason: `There is no kind "${name}"; a document is a runbook, an incident or a postmortem.` };
  const template = textIn(answers, 'template');
  return template === undefined ? { kind } : { kind, template };
}

async function askChoice({ server }: Context, document: Uri): Promise<Choice | Refusal | undefined> {
  const catalog = await catalogFor(server, document);
  if (isRefusal(catalog)) return catalog;
  const items = catalog.templates.map(({ kind, name }) => ({
    label: kindNames[kind],
    description: name,
    choice: { kind, template: name },
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Change Kind',
    placeHolder: 'What is this document? The answer is written into its front matter.',
    matchOnDescription: true,
  });
  return picked?.choice;
}
