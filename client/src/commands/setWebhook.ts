import { window } from 'vscode';
import { keepWebhook, wrongAddress } from '../updates/webhook.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Keeps the address that updates for the channel are posted to, or forgets it; it goes into the editor's secret storage. */
export const setWebhook: Command = {
  id: 'incidentDocs.setWebhook',
  title: 'Set Webhook for Updates',
  async run({ secrets }, given): Promise<object | undefined> {
    readAnswers(given, []);
    const address = await window.showInputBox({
      title: 'Set Webhook for Updates',
      prompt:
        'Where are updates for the channel posted, once you have confirmed them? Enter alone forgets the address.',
      placeHolder: 'https://hooks.slack.com/services/…',
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? undefined : wrongAddress(value.trim())),
    });
    if (address === undefined) return undefined;
    const kept = address.trim();
    await keepWebhook(secrets, kept === '' ? undefined : kept);
    void window.showInformationMessage(
      kept === ''
        ? 'The address is forgotten.'
        : `Updates can be posted to ${new URL(kept).host}, each after a preview.`,
    );
    return { isSet: kept !== '' };
  },
};
