import type { CompletionItem } from 'vscode-languageserver/node';
import { isConfiguration } from '../../../core/configuration/file.ts';
import { answering } from '../../door.ts';
import type { Session } from '../../session.ts';
import { pathOfUri } from '../../uri.ts';
import type { Feature } from '../feature.ts';
import { caretAt } from './caret.ts';
import { configurationItems } from './configuration.ts';
import { fieldLabels } from './fieldLabels.ts';
import { fieldValues } from './fieldValues.ts';
import { parameterItems, parameterTriggers } from './parameters.ts';
import { missingSections } from './sections.ts';

/** The beginnings of lines at which something can be completed: a heading, a bullet or label, a value behind a label, a cell. */
const completed = /^\s*(?:#{1,6}\s?|(?:[-*+]\s)?\*{0,2}|[^:]{1,60}:\**\s?|\|[^|]*\|\s?)$/;

/**
 * Completes missing sections, labels of fields and their values, and what a configuration may hold; ordinary prose gets
 * nothing.
 */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['#', '*', ':', ' ', ...parameterTriggers] } },
  register,
};

function register(session: Session): void {
  const { connection, client, documents } = session;
  connection.onCompletion(
    answering(connection, 'Completion', [], async ({ textDocument, position, context }): Promise<CompletionItem[]> => {
      if (isConfiguration(pathOfUri(textDocument.uri))) {
        const configuration = await session.read(textDocument.uri);
        return configuration ? configurationItems(configuration, position) : [];
      }
      // A space is typed in every sentence: unless the line is one to be completed, the document is not even read.
      const start = { line: position.line, character: 0 };
      const before = documents.get(textDocument.uri)?.getText({ start, end: position }) ?? '';
      const trigger = context?.triggerCharacter;
      const beginsParameter = trigger !== undefined && parameterTriggers.includes(trigger);
      if (trigger !== undefined && !beginsParameter && !completed.test(before)) return [];
      const reading = await session.read(textDocument.uri);
      const parameters = reading && trigger !== ' ' ? parameterItems(reading, position) : [];
      if (beginsParameter || parameters.length > 0) return parameters;
      const caret = reading && caretAt(reading, position, client);
      if (!caret) return [];
      return (
        [missingSections, fieldValues, fieldLabels]
          .map((complete) => complete(caret))
          .find((items) => items.length > 0) ?? []
      );
    }),
  );
}
