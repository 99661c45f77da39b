import { Range, Selection, TextEditorRevealType, window, workspace, type Disposable } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import {
  afterFailureRequest,
  type AfterFailureParams,
  type AfterFailureResult,
} from '../../../server/src/protocol/guards.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import type { FoundStep } from '../documents/steps.ts';
import { recordOutput, recordRun } from './evidence.ts';
import type { SessionRun } from './runHistory.ts';

/** A section to go to. */
export interface ShownSection {
  readonly uri: string;
  readonly heading: string;
  /** Zero-based. */
  readonly line: number;
}

/** Offers what comes after a run: the rollback of a step that failed, an entry in the timeline of the active incident. */
export function followRuns(context: Context): Disposable {
  return context.history.onDidRecord((session) => {
    offer(context, session).catch((error: unknown) =>
      context.log.error(`What comes after "${session.run.step}" could not be offered.`, error),
    );
  });
}

async function offer(context: Context, session: SessionRun): Promise<void> {
  const { run, ended } = session;
  const setting = workspace
    .getConfiguration('incidentDocs', ended.document)
    .get<'always' | 'ask' | 'never'>('timeline.recordSteps', 'never');
  const hasIncident = setting !== 'never' && (await context.activeIncident.find()) !== undefined;
  if (hasIncident && setting === 'always') tell(context, await recordRun(context, session));
  const section = run.state === 'failed' ? await sectionAfterFailure(context, ended) : undefined;
  const show = section && `Show "${section.heading}"`;
  const asks = hasIncident && setting === 'ask';
  if (show === undefined && !asks) return;
  const how = run.state === 'failed' ? `failed with exit ${run.exitCode ?? 'unknown'}` : 'has ended';
  const add = 'Add to Timeline';
  const addOutput = 'Add with Output';
  const offers = [...(show === undefined ? [] : [show]), ...(asks ? [add, addOutput] : [])];
  const choice = await window.showInformationMessage(`"${run.step}" ${how}.`, ...offers);
  if (section && choice === show) await reveal(section);
  if (choice === add) tell(context, await recordRun(context, session));
  if (choice === addOutput) tell(context, await recordOutput(context, session));
}

function tell({ log }: Context, answer: object | undefined): void {
  if (!answer || !isRefusal(answer)) return;
  log.warn(answer.reason);
  void window.showWarningMessage(answer.reason);
}

/** The section for when a run has failed; undefined where its runbook has none. */
export async function sectionAfterFailure(
  { server }: Context,
  { document, step }: FoundStep,
): Promise<ShownSection | undefined> {
  const params: AfterFailureParams = { uri: document.uri.toString(), id: step.id };
  const answer: AfterFailureResult | Refusal = await server.ask<AfterFailureResult>(afterFailureRequest, params);
  if (isRefusal(answer) || answer.heading === undefined || answer.line === undefined) return undefined;
  return { uri: params.uri, heading: answer.heading, line: answer.line };
}

/** Shows a section with the caret in its heading. */
export async function reveal({ uri, line }: ShownSection): Promise<void> {
  const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
  if (!document) return;
  const editor = await window.showTextDocument(document);
  const start = document.lineAt(line).range.start;
  editor.selection = new Selection(start, start);
  editor.revealRange(new Range(start, start), TextEditorRevealType.AtTop);
}
