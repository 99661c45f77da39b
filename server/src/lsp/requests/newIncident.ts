import { newIncident as composeIncident } from '../../core/edits/newIncident.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import {
  newIncidentRequest,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../protocol/channels.ts';
import { noDateTime, request } from './request.ts';

/** The text of a new live incident document, by the template that is asked for, the team's choice, or the first of its kind. */
export const newIncident = request(
  newIncidentRequest,
  async (session, params: NewIncidentParams): Promise<NewIncidentResult | Refusal> => {
    const environments = await session.environments.all();
    const wanted = params.template ?? environments[0]?.configuration.templates.incident;
    const found = environments.flatMap(({ templates, configuration }) =>
      templates.filter(({ kind }) => kind === 'incident').map((template) => ({ template, configuration })),
    );
    const chosen = wanted === undefined ? found[0] : found.find(({ template }) => template.name === wanted);
    if (!chosen) {
      const names = found.map(({ template }) => template.name).join(', ');
      return { reason: `There is no incident template "${wanted ?? ''}"; the templates are: ${names}.` };
    }
    const at = Date.parse(params.at);
    if (Number.isNaN(at)) return noDateTime(params.at);
    const { title, severity, services, commander, trigger } = params;
    const facts = { title, severity, services, commander, trigger, at };
    const { template, configuration } = chosen;
    const { text, fileName, caret } = composeIncident(facts, template, configuration.severities);
    return { text, fileName, caret: new LineIndex(text).positionAt(caret) };
  },
);
