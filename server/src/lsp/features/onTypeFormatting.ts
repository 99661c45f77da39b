import type { TextEdit } from 'vscode-languageserver/node';
import { afterEnter, afterSpace } from '../../core/edits/typing.ts';
import { toTextEdits } from '../convert.ts';
import { answering } from '../door.ts';
import type { Session } from '../session.ts';
import { caretAt } from './completion/caret.ts';
import type { Feature } from './feature.ts';

/** What a line holds where something may be stamped: nothing, or a bullet. */
const begun = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;

/** Stamps a bullet that is typed in the timeline of an incident that goes on. */
export const onTypeFormatting: Feature = {
  capabilities: { documentOnTypeFormattingProvider: { firstTriggerCharacter: ' ', moreTriggerCharacter: ['\n'] } },
  register,
};

function register(session: Session): void {
  const { connection, client, documents } = session;
  connection.onDocumentOnTypeFormatting(
    answering(connection, 'Stamping', [], async ({ textDocument: { uri }, position, ch }): Promise<TextEdit[]> => {
      // A space is typed in every sentence: where nothing is to be stamped, the document is not even read.
      const { line } = position;
      const whole = documents
        .get(uri)
        ?.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
      if (whole === undefined || !begun.test(whole.replace(/[\r\n]+$/, ''))) return [];
      const reading = await session.read(uri);
      const caret = reading && caretAt(reading, position, client);
      if (!reading || !caret) return [];
      const after = ch === '\n' ? afterEnter : afterSpace;
      return toTextEdits(reading.lines, after(caret.document, caret.line, caret.now));
    }),
  );
}
