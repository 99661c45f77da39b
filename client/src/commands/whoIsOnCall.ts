import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { onCallRequest, type OnCallParams, type OnCallResult } from '../../../server/src/protocol/onCall.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { momentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

interface OnCall {
  readonly primary: string | null;
  readonly secondary: string | null;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
}

/** Says who is on call for a team, now or at a time. */
export const whoIsOnCall: Command = {
  id: 'incidentDocs.whoIsOnCall',
  title: 'Who Is on Call?',
  async run(context, given): Promise<OnCall | Refusal | undefined> {
    const answers = readAnswers(given, ['team', 'at']);
    const at = momentIn(answers, 'at') ?? new Date().toISOString();
    const found = await findOnCall(context, textIn(answers, 'team'), at, this.title);
    if (found === undefined || isRefusal(found)) return found;
    const { team, primary, secondary, from, until } = found;
    void window.showInformationMessage(
      `On call for ${team}: ${primary?.name ?? 'nobody'}; second is ${secondary?.name ?? 'nobody'}. Until ${inWords(until)}.`,
    );
    return { primary: primary?.id ?? null, secondary: secondary?.id ?? null, from, until };
  },
};

/** Asks for the team where there are several and none is named; undefined where the person cancels. */
export async function findOnCall(
  { server, activeIncident }: Context,
  team: string | undefined,
  at: string,
  title: string,
): Promise<OnCallResult | Refusal | undefined> {
  const uri = (window.activeTextEditor?.document.uri ?? (await activeIncident.find()))?.toString();
  const params: OnCallParams = { at, ...(uri === undefined ? {} : { uri }) };
  const ask = async (name: string | undefined): Promise<OnCallResult | Refusal> =>
    server.ask<OnCallResult>(onCallRequest, { ...params, ...(name === undefined ? {} : { team: name }) });
  const found = await ask(team);
  if (team !== undefined || isRefusal(found) || found.teams.length < 2) return found;
  const picked = await window.showQuickPick([...found.teams], { title, placeHolder: 'Whose rotation?' });
  return picked === undefined ? undefined : ask(picked);
}

/** `Mon 23 Nov 09:00 UTC` */
function inWords(iso: string): string {
  const [weekday = '', day, month, , time = ''] = new Date(iso).toUTCString().split(' ');
  return `${weekday.replace(',', '')} ${day} ${month} ${time.slice(0, 5)} UTC`;
}
