import { choiceFor } from './configuration/choice.ts';
import type { Environment, Source } from './environment.ts';
import { documentFacts, type DocumentFacts } from './model/facts.ts';
import { readDocument } from './model/read.ts';
import { tooIntricate } from './parse/intricacy.ts';
import { mayBeDocument } from './schema/kindSigns.ts';
import { isTeamTemplate } from './schema/teamTemplates.ts';

/** What is known of a text that nobody has asked to check; undefined where it is none of our documents, or can't be read. */
export async function readFacts(
  { path, text }: Source,
  { workspace, templates, configuration }: Environment,
): Promise<DocumentFacts | undefined> {
  if (isTeamTemplate(path, workspace.root)) return undefined;
  const choice = choiceFor(configuration, workspace.root, path);
  if (!mayBeDocument(path, text, choice) || tooIntricate(text) !== undefined) return undefined;
  const document = await readDocument(path, text, templates, workspace, choice);
  return document && documentFacts(document);
}
