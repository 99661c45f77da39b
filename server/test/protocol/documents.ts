import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  TextDocumentEdit,
  TextEdit,
  type CodeAction,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';

/** A document of the tests, with the address under which its links are found. */
export function fixture(name: string): { readonly uri: string; readonly text: string } {
  const path = resolve('server/test/fixtures', name);
  return { uri: pathToFileURL(path).href, text: readFileSync(path, 'utf8') };
}

/** A text after the edits that an action has for a document. */
export function edited(uri: string, text: string, edit: WorkspaceEdit | undefined): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), textEdits(uri, edit));
}

function textEdits(uri: string, edit: WorkspaceEdit | undefined): TextEdit[] {
  const versioned = edit?.documentChanges
    ?.filter(TextDocumentEdit.is)
    .filter(({ textDocument }) => textDocument.uri === uri);
  return versioned?.flatMap(({ edits }) => edits.filter(TextEdit.is)) ?? edit?.changes?.[uri] ?? [];
}

/** Whether a diagnostic says that it is mended when all are. */
export function isMendedWithAll({ data }: Diagnostic): boolean {
  return typeof data === 'object' && data !== null && 'onRequest' in data && data.onRequest === false;
}

/** The zero-based line of a text that holds some words. */
export function lineOf(text: string, words: string): number {
  const index = text.indexOf(words);
  if (index < 0) throw new Error(`There is no "${words}" in the text.`);
  return text.slice(0, index).split('\n').length - 1;
}

/** Where some words of a text end. */
export function endOf(text: string, words: string): { line: number; character: number } {
  const lines = text.slice(0, text.indexOf(words) + words.length).split('\n');
  if (!text.includes(words)) throw new Error(`There is no "${words}" in the text.`);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** The whole of a text. */
export function wholeOf(text: string): Range {
  const lines = text.split('\n');
  return { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}

/** What a client gets that asks for actions in a range. */
export function actionsAt(
  client: Client,
  uri: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  only?: readonly string[],
) {
  const context = { diagnostics, ...(only ? { only } : {}) };
  return client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });
}
