import { window, workspace, type TextDocument, type Uri } from 'vscode';
import {
  stepAtRequest,
  type Refusal,
  type StepAtParams,
  type StepAtResult,
} from '../../../server/src/protocol/channels.ts';
import type { LanguageServer } from '../languageServer.ts';
import { answerFor, isRefusal } from './answers.ts';

/** A step and the document that it stands in, which has not changed since it was read. */
export interface FoundStep {
  readonly document: TextDocument;
  readonly step: StepAtResult;
}

/** The step at a line of a document; without them at the caret of the active editor. */
export async function findStep(
  server: LanguageServer,
  uri: Uri | undefined,
  line: number | undefined,
): Promise<FoundStep | Refusal> {
  const editor = window.activeTextEditor;
  const document = uri ? await workspace.openTextDocument(uri) : editor?.document;
  if (!document) return { reason: 'No runbook is open; open one and put the caret in a block.' };
  const caret = editor?.document === document ? editor.selection.active.line : 0;
  const params: StepAtParams = { uri: document.uri.toString(), line: line ?? caret };
  const step = await answerFor(document, () => server.ask<StepAtResult>(stepAtRequest, params));
  return isRefusal(step) ? step : { document, step };
}
