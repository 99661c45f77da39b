import { incidentStatuses, incidentTriggers } from '../../core/configuration/severities.ts';
import { entryKinds } from '../../core/edits/entryKinds.ts';
import type { Template } from '../../core/schema/template.ts';
import { catalogRequest, type Catalog } from '../../protocol/channels.ts';
import { request } from './request.ts';

/** What the prompts offer: severities with their criteria, templates, statuses, kinds of entry, triggers. */
export const catalog = request(catalogRequest, async ({ environments }): Promise<Catalog> => {
  const all = await environments.all();
  const templates = all.flatMap((environment) => environment.templates);
  return {
    severities: (all[0]?.configuration.severities ?? []).map(({ name, title, criteria }) => ({
      name,
      title,
      criteria,
    })),
    templates: [...new Map(templates.map((template) => [keyOf(template), template])).values()].map(
      ({ kind, name }) => ({ kind, name }),
    ),
    statuses: incidentStatuses,
    entryKinds,
    triggers: incidentTriggers,
  };
});

function keyOf({ kind, name }: Template): string {
  return `${kind}/${name}`;
}
