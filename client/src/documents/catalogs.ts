import { Uri } from 'vscode';
import {
  catalogRequest,
  type Catalog,
  type CatalogParams,
  type Refusal,
} from '../../../server/src/protocol/channels.ts';
import type { LanguageServer } from '../languageServer.ts';

/** What the prompts offer for a document, by the settings nearest to it; without one, by those of the workspace. */
export async function catalogFor(server: LanguageServer, document: Uri | undefined): Promise<Catalog | Refusal> {
  const params: CatalogParams = document === undefined ? {} : { uri: document.toString() };
  return server.ask<Catalog>(catalogRequest, params);
}

/** A document that will stand in a folder, to ask for the settings that hold there. */
export function documentWithin(folder: Uri | undefined): Uri | undefined {
  return folder && Uri.joinPath(folder, 'new.md');
}
