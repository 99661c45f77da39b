import { Position, Range, TextEdit, type TextDocument, WorkspaceEdit } from 'vscode';
import type { WirePosition, WireRange, WireTextEdit } from '../../../server/src/protocol/channels.ts';

export function toPosition({ line, character }: WirePosition): Position {
  return new Position(line, character);
}

export function toRange({ start, end }: WireRange): Range {
  return new Range(toPosition(start), toPosition(end));
}

/** The server's edits of a document as one edit, which one undo takes back. */
export function toWorkspaceEdit({ uri }: TextDocument, edits: readonly WireTextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, newText }) => TextEdit.replace(toRange(range), newText)),
  );
  return edit;
}
