import { env, window, workspace } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import {
  draftUpdateRequest,
  updatePlanRequest,
  type DraftUpdateParams,
  type DraftUpdateResult,
  type UpdateAudience,
  type UpdatePlan,
} from '../../../server/src/protocol/updates.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident, type FoundIncident } from '../documents/incidentChanges.ts';
import { post, webhookAddress } from '../updates/webhook.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** What a caller gets: the words, and when the next update is due, as ISO 8601. */
interface Drafted {
  readonly text: string;
  readonly subject: string;
  readonly nextUpdateAt: string | null;
}

const audienceNames: Readonly<Record<UpdateAudience, string>> = {
  channel: 'Channel',
  statusPage: 'Status page',
  executives: 'Executives',
};

/** Words an update for the stakeholders and copies it; a person can open it, post it after a preview, and record it. */
export const draftStatusUpdate: Command = {
  id: 'incidentDocs.draftStatusUpdate',
  title: 'Draft Status Update',
  async run(context, given): Promise<Drafted | Refusal | undefined> {
    const answers = readAnswers(given, ['audience', 'message', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const uri = incident.document.uri.toString();
    const plan = await context.server.ask<UpdatePlan>(updatePlanRequest, { uri });
    if (isRefusal(plan)) return plan;
    const audience = readAudience(textIn(answers, 'audience')) ?? (await askAudience(plan));
    if (audience === undefined) return undefined;
    if (typeof audience !== 'string') return audience;
    const message = textIn(answers, 'message') ?? (await askMessage(plan, audience));
    if (message === undefined) return undefined;

    const params: DraftUpdateParams = { uri, audience, message, at: new Date().toISOString() };
    const draft = await context.server.ask<DraftUpdateResult>(draftUpdateRequest, params);
    if (isRefusal(draft)) return draft;
    await env.clipboard.writeText(draft.text);
    // What a person does with it goes on while the caller has its answer.
    void offer(context, incident, plan, params, draft);
    return { text: draft.text, subject: draft.subject, nextUpdateAt: draft.nextUpdateAt };
  },
};

function readAudience(answer: string | undefined): UpdateAudience | Refusal | undefined {
  if (answer === undefined) return undefined;
  const found = (['channel', 'statusPage', 'executives'] as const).find((name) => name === answer);
  return found ?? { reason: `There is no audience "${answer}"; choose from channel, statusPage, executives.` };
}

async function askAudience({ audiences, channel, executives }: UpdatePlan): Promise<UpdateAudience | undefined> {
  const details: Readonly<Record<UpdateAudience, string>> = {
    channel,
    statusPage: 'Customers read it: no hosts, no internal names, no people',
    executives: executives.join(', '),
  };
  const items = audiences.map(({ audience, told }) => ({
    label: audienceNames[audience],
    description: told ? 'hears of this severity' : '',
    detail: details[audience],
    audience,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Draft Status Update (1 of 2)',
    placeHolder: 'Who reads it?',
    ignoreFocusOut: true,
  });
  return picked?.audience;
}

async function askMessage({ message }: UpdatePlan, audience: UpdateAudience): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: 'Draft Status Update (2 of 2)',
    prompt: `What is happening, for the ${audienceNames[audience].toLowerCase()}? Times and impact are added.`,
    value: message,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Say in a sentence what is happening.' : undefined),
  });
  return typed?.trim();
}

/** Says that the draft is copied, and what can be done with it. */
async function offer(
  context: Context,
  incident: FoundIncident,
  plan: UpdatePlan,
  params: DraftUpdateParams,
  draft: DraftUpdateResult,
): Promise<void> {
  const address = await webhookAddress(context.secrets, plan.webhook);
  const canPost = params.audience === 'channel' && address !== undefined && workspace.isTrusted;
  const actions = [...(canPost ? ['Post…'] : []), 'Record', 'Open'];
  const said = `The update for the ${audienceNames[params.audience].toLowerCase()} is in the clipboard.`;
  const choice =
    draft.leaks.length === 0
      ? await window.showInformationMessage(said, ...actions)
      : await window.showWarningMessage(`${said} Customers should not read: ${draft.leaks.join(', ')}.`, ...actions);
  if (choice === 'Open') await open(draft);
  if (choice === 'Record') await record(context, incident, params);
  if (choice === 'Post…' && address !== undefined) await postAfterPreview(context, incident, params, draft, address);
}

async function open({ subject, plain }: DraftUpdateResult): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'plaintext', content: `${subject}\n\n${plain}\n` });
  await window.showTextDocument(document, { preview: false });
}

/** Writes into the timeline that the update was given, and promises the next one. */
async function record(
  context: Context,
  { document }: FoundIncident,
  { audience, message }: DraftUpdateParams,
): Promise<void> {
  const written = await changeIncident(context, document, { kind: 'update', audience, message });
  if (isRefusal(written)) void window.showWarningMessage(written.reason);
}

/** Only a person who has read the message and knows where it goes can post it. */
async function postAfterPreview(
  context: Context,
  incident: FoundIncident,
  params: DraftUpdateParams,
  draft: DraftUpdateResult,
  address: string,
): Promise<void> {
  const { host } = new URL(address);
  const confirmed = await window.showInformationMessage(
    `Post this update to ${host}?`,
    { modal: true, detail: draft.text },
    'Post',
  );
  if (confirmed !== 'Post') return;
  const delivery = await post(address, draft.text);
  if (delivery.state === 'posted') {
    void window.showInformationMessage(`The update is posted to ${host}.`);
    await record(context, incident, params);
    return;
  }
  context.log.warn(`Posting an update: ${delivery.reason}`);
  const choice = await window.showWarningMessage(`${delivery.reason} It is still in the clipboard.`, 'Open');
  if (choice === 'Open') await open(draft);
}
