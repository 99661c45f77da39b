import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import type { DocumentKind } from '../../core/schema/vocabulary.ts';
import { copyStepCommand, runStepCommand, type StepArgument } from '../../protocol/channels.ts';
import { rangeOf } from '../convert.ts';
import { answering, unattended } from '../door.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** The documents whose blocks are there to be run; those of a postmortem tell what was run. */
const kinds: readonly DocumentKind[] = ['runbook', 'incident'];

/** Puts `▶ Run` and `Copy` above each block that a shell can run. */
export const codeLenses: Feature = { capabilities: { codeLensProvider: {} }, register };

function register(session: Session): void {
  const { connection, client } = session;
  connection.onCodeLens(
    answering(connection, 'Code lenses', [], async ({ textDocument }): Promise<CodeLens[]> => {
      const reading = await session.read(textDocument.uri);
      return reading ? lensesOf(reading) : [];
    }),
  );
  if (client.refreshesCodeLenses) {
    session.onDidForget(() =>
      unattended(connection, 'Refreshing code lenses', () => connection.sendRequest(CodeLensRefreshRequest.type)),
    );
  }
}

function lensesOf({ uri, lines, document }: Reading): CodeLens[] {
  if (!document || !kinds.includes(document.kind)) return [];
  return document.steps
    .filter(({ runnable }) => runnable)
    .flatMap(({ fenceSpan }) => {
      const range = rangeOf(lines, fenceSpan);
      const argument: StepArgument = { uri, line: range.start.line };
      return [
        { range, command: { title: '▶ Run', command: runStepCommand, arguments: [argument] } },
        { range, command: { title: 'Copy', command: copyStepCommand, arguments: [argument] } },
      ];
    });
}
