import { commands, languages, window, type Disposable, type LanguageStatusItem } from 'vscode';
import type { DocumentStatus } from '../../../server/src/protocol/channels.ts';
import { kindNames } from '../documents/kindNames.ts';
import type { DocumentStatuses } from '../documents/statuses.ts';

/** Shows the kind and template of the active document in the language status, where both can be changed, and as a context key. */
export function showKinds(statuses: DocumentStatuses): Disposable {
  const item = languages.createLanguageStatusItem('incidentDocs.kind', { language: 'markdown' });
  item.name = 'Incident Docs';
  item.command = { command: 'incidentDocs.changeKind', title: 'Change' };
  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && statuses.of(uri);
    describe(item, status);
    void commands.executeCommand('setContext', 'incidentDocs.kind', status?.kind);
  };
  show();
  const subscriptions = [item, window.onDidChangeActiveTextEditor(show), statuses.onDidChange(show)];
  return { dispose: () => subscriptions.forEach((subscription) => subscription.dispose()) };
}

function describe(item: LanguageStatusItem, status: DocumentStatus | undefined): void {
  item.text = status?.kind ? kindNames[status.kind] : 'No incident document';
  item.detail = status?.kind ? `template ${status.template ?? 'unknown'}` : 'not checked by Incident Docs';
}
