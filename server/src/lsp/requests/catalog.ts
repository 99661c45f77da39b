import type { Configuration } from '../../core/configuration/configuration.ts';
import { newDocumentFolder } from '../../core/configuration/newDocumentFolder.ts';
import { incidentStatuses, incidentTriggers } from '../../core/configuration/severities.ts';
import { entryKinds } from '../../core/edits/entryKinds.ts';
import type { Template } from '../../core/schema/template.ts';
import { documentKinds } from '../../core/schema/vocabulary.ts';
import { joinPath } from '../../core/text/path.ts';
import { catalogRequest, type Catalog, type CatalogParams } from '../../protocol/channels.ts';
import type { Session } from '../session.ts';
import { uriOfPath } from '../uri.ts';
import { request } from './request.ts';
import { environmentOf } from './settings.ts';

/** What the prompts offer: severities with their criteria, templates, statuses, kinds of entry, triggers. */
export const catalog = request(catalogRequest, async (session, params: CatalogParams | null): Promise<Catalog> => {
  const { configuration, workspace } = await environmentOf(session, params?.uri);
  return {
    severities: configuration.severities.map(({ name, title, criteria }) => ({ name, title, criteria })),
    templates: (await templatesFor(session, params?.uri)).map(({ kind, name }) => ({ kind, name })),
    folders: foldersOf(configuration, workspace.root),
    statuses: incidentStatuses,
    entryKinds,
    triggers: incidentTriggers,
  };
});

function foldersOf({ documents }: Configuration, root: string | undefined): Catalog['folders'] {
  return Object.fromEntries(
    documentKinds.flatMap((kind) => {
      const folder = newDocumentFolder(documents, kind);
      return root === undefined || folder === undefined ? [] : [[kind, uriOfPath(joinPath(root, folder))]];
    }),
  );
}

/** The templates of a document's place; without one, those of all workspace folders, each name once. */
async function templatesFor(session: Session, uri: string | undefined): Promise<readonly Template[]> {
  if (uri !== undefined) return (await environmentOf(session, uri)).templates;
  const all = (await session.environments.all()).flatMap(({ templates }) => templates);
  return [...new Map(all.map((template) => [`${template.kind}/${template.name}`, template])).values()];
}
