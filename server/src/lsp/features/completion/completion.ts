import { CompletionTriggerKind, type CompletionItem } from 'vscode-languageserver/node';
import { isConfiguration } from '../../../core/configuration/file.ts';
import { isTeamTemplate } from '../../../core/schema/teamTemplates.ts';
import { answering } from '../../door.ts';
import type { Reading } from '../../reading.ts';
import type { Session } from '../../session.ts';
import { pathOfUri } from '../../uri.ts';
import type { Feature } from '../feature.ts';
import { actionCells } from './actionCells.ts';
import { caretAt, type Caret } from './caret.ts';
import { fieldLabels } from './fieldLabels.ts';
import { fieldValues } from './fieldValues.ts';
import { frontMatterItems } from './frontMatter.ts';
import { linkBegun, linkItems, linkTriggers } from './links.ts';
import { parameterItems, parameterTriggers } from './parameters.ts';
import { handles, peopleTrigger } from './people.ts';
import { missingSections } from './sections.ts';
import { settingsItems } from './settings.ts';
import { timelineStamps } from './timelineStamps.ts';

/** The beginnings of lines at which something can be completed: a heading, a bullet or label, a value behind a label, a cell. */
const completed = /^\s*(?:#{1,6}\s?|(?:(?:[-*+]|\d+[.)])\s)?\*{0,2}|[^:]{1,60}:\**\s?|\|(?:.*\|)?\s?)$/;

/**
 * Completes missing sections, labels of fields and their values, people, stamps, links, parameters, and what a configuration
 * or the front matter of a template may hold; ordinary prose gets nothing.
 */
export const completion: Feature = {
  capabilities: {
    completionProvider: {
      triggerCharacters: [...new Set(['#', '*', ':', ' ', '|', peopleTrigger, ...linkTriggers, ...parameterTriggers])],
    },
  },
  register,
};

function register(session: Session): void {
  const { connection, client, documents } = session;
  connection.onCompletion(
    answering(connection, 'Completion', [], async ({ textDocument, position, context }): Promise<CompletionItem[]> => {
      if (isConfiguration(pathOfUri(textDocument.uri))) {
        const configuration = await session.read(textDocument.uri);
        return configuration ? settingsItems(configuration, position) : [];
      }
      const start = { line: position.line, character: 0 };
      const before = documents.get(textDocument.uri)?.getText({ start, end: position }) ?? '';
      const isAsked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      const trigger = isAsked ? undefined : context?.triggerCharacter;
      // A space is typed in every sentence: unless the line is one to be completed, the document is not even read.
      if (trigger !== undefined && !isOfUse(trigger, before)) return [];
      const reading = await session.read(textDocument.uri);
      if (reading && isTeamTemplate(reading.source.path, reading.environment.workspace.root))
        return settingsItems(reading, position);
      const parameters = reading && trigger !== ' ' ? parameterItems(reading, position) : [];
      if (!reading || parameters.length > 0 || parameterTriggers.includes(trigger ?? '')) return parameters;
      const caret = caretAt(reading, position, client);
      return caret ? itemsAt({ ...caret, isAsked }, reading, session) : [];
    }),
  );
}

function isOfUse(trigger: string, before: string): boolean {
  return (
    trigger === peopleTrigger ||
    parameterTriggers.includes(trigger) ||
    completed.test(before) ||
    (linkTriggers.includes(trigger) && linkBegun(before) !== undefined)
  );
}

/** What the first part offers that has something to offer here. */
async function itemsAt(caret: Caret, reading: Reading, session: Session): Promise<CompletionItem[]> {
  const links = await linkItems(caret, reading, session);
  if (links.length > 0) return links;
  const front = frontMatterItems(caret, reading);
  if (front.length > 0) return front;
  return (
    [timelineStamps, missingSections, fieldValues, actionCells, handles, fieldLabels]
      .map((complete) => complete(caret))
      .find((items) => items.length > 0) ?? []
  );
}
