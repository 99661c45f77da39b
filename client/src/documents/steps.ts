import { window, type TextDocument, type Uri } from 'vscode';
import {
  stepAtRequest,
  stepsRequest,
  type Refusal,
  type StepAtParams,
  type StepAtResult,
  type StepsParams,
  type StepsResult,
} from '../../../server/src/protocol/channels.ts';
import type { LanguageServer } from '../languageServer.ts';
import { answerFor, isRefusal } from './answers.ts';
import { openDocument } from './openDocument.ts';

/** A place in a document; without a line the caret, without a document that of the active editor. */
export interface Place {
  readonly uri: Uri | undefined;
  /** Zero-based. */
  readonly line: number | undefined;
}

/** A step and the document that it stands in, which has not changed since it was read. */
export interface FoundStep {
  readonly document: TextDocument;
  readonly step: StepAtResult;
}

/** Steps in the order in which they are taken, and the document that they stand in. */
export interface FoundSteps extends StepsResult {
  readonly in: TextDocument;
}

/** The step at a place. */
export async function findStep(server: LanguageServer, place: Place): Promise<FoundStep | Refusal> {
  const at = await lineAt(place);
  if ('reason' in at) return at;
  const params: StepAtParams = { uri: at.document.uri.toString(), line: at.line };
  const step = await answerFor(at.document, () => server.ask<StepAtResult>(stepAtRequest, params));
  return isRefusal(step) ? step : { document: at.document, step };
}

/** The steps of the section around a place, or from it on. */
export async function findSteps(
  server: LanguageServer,
  scope: StepsParams['scope'],
  place: Place,
): Promise<FoundSteps | Refusal> {
  const at = await lineAt(place);
  return 'reason' in at ? at : stepsOf(server, at.document, scope, at.line);
}

/** The steps of a document as it is now. */
export async function stepsOf(
  server: LanguageServer,
  document: TextDocument,
  scope: StepsParams['scope'] = 'document',
  line = 0,
): Promise<FoundSteps | Refusal> {
  const params: StepsParams = { uri: document.uri.toString(), scope, line };
  const found = await answerFor(document, () => server.ask<StepsResult>(stepsRequest, params));
  return isRefusal(found) ? found : { ...found, in: document };
}

/** The step that had an id, wherever its block stands now. */
export async function findAgain(
  server: LanguageServer,
  document: TextDocument,
  { id, title }: Pick<StepAtResult, 'id' | 'title'>,
): Promise<FoundStep | Refusal> {
  const found = await stepsOf(server, document);
  if ('reason' in found) return found;
  const step = found.steps.find((candidate) => candidate.id === id);
  return step
    ? { document, step }
    : { reason: `"${title}" has been changed or is gone; look at it, and run it from its block.` };
}

async function lineAt({ uri, line }: Place): Promise<{ document: TextDocument; line: number } | Refusal> {
  const editor = window.activeTextEditor;
  const document = uri ? await openDocument(uri) : editor?.document;
  if (!document) return { reason: 'No runbook is open; open one and put the caret in a block.' };
  if (isRefusal(document)) return document;
  const caret = editor?.document === document ? editor.selection.active.line : 0;
  return { document, line: line ?? caret };
}
