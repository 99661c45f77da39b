import { incidentStatuses, incidentTriggers } from '../../core/configuration/severities.ts';
import { entryKinds } from '../../core/edits/entryKinds.ts';
import type { Template } from '../../core/schema/template.ts';
import { catalogRequest, type Catalog, type CatalogParams } from '../../protocol/channels.ts';
import type { Session } from '../session.ts';
import { request } from './request.ts';
import { environmentOf } from './settings.ts';

/** What the prompts offer: severities with their criteria, templates, statuses, kinds of entry, triggers. */
export const catalog = request(catalogRequest, async (session, params: CatalogParams | null): Promise<Catalog> => {
  const { configuration } = await environmentOf(session, params?.uri);
  return {
    severities: configuration.severities.map(({ name, title, criteria }) => ({ name, title, criteria })),
    templates: (await templatesFor(session, params?.uri)).map(({ kind, name }) => ({ kind, name })),
    statuses: incidentStatuses,
    entryKinds,
    triggers: incidentTriggers,
  };
});

/** The templates of a document's place; without one, those of all workspace folders, each name once. */
async function templatesFor(session: Session, uri: string | undefined): Promise<readonly Template[]> {
  if (uri !== undefined) return (await environmentOf(session, uri)).templates;
  const all = (await session.environments.all()).flatMap(({ templates }) => templates);
  return [...new Map(all.map((template) => [`${template.kind}/${template.name}`, template])).values()];
}
