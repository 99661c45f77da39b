import { newIncident as composeIncident } from '../../core/edits/newIncident.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import {
  newIncidentRequest,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../protocol/channels.ts';
import { noDateTime, request } from './request.ts';

/** The text of a new live incident document, by the template that is asked for or the first of its kind. */
export const newIncident = request(
  newIncidentRequest,
  async (session, params: NewIncidentParams): Promise<NewIncidentResult | Refusal> => {
    const templates = (await session.environments.all()).flatMap((environment) => environment.templates);
    const ofKind = templates.filter(({ kind }) => kind === 'incident');
    const template = params.template === undefined ? ofKind[0] : ofKind.find(({ name }) => name === params.template);
    if (!template) {
      const names = ofKind.map(({ name }) => name).join(', ');
      return { reason: `There is no incident template "${params.template ?? ''}"; the templates are: ${names}.` };
    }
    const at = Date.parse(params.at);
    if (Number.isNaN(at)) return noDateTime(params.at);
    const { title, severity, services, commander, trigger } = params;
    const { text, fileName, caret } = composeIncident({ title, severity, services, commander, trigger, at }, template);
    return { text, fileName, caret: new LineIndex(text).positionAt(caret) };
  },
);
