import type { Alert } from '../../core/alerts/alert.ts';
import { runbooksFor } from '../../core/alerts/incident.ts';
import { noAlert, readAlert } from '../../core/alerts/read.ts';
import { declaredIncident } from '../../core/edits/declaredIncident.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { chooseTemplate } from '../../core/schema/chooseTemplate.ts';
import { normalizeLabel } from '../../core/schema/label.ts';
import type { Template } from '../../core/schema/template.ts';
import { fileNameOf } from '../../core/text/path.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import {
  newIncidentRequest,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../protocol/channels.ts';
import type { Session } from '../session.ts';
import { pathOfUri, uriOfPath } from '../uri.ts';
import { allFacts } from './allFacts.ts';
import { noDateTime, request } from './request.ts';
import { environmentIn, environmentOf } from './settings.ts';

/** The text of a new live incident document, by the template that is asked for, the team's choice, or the first of its kind. */
export const newIncident = request(
  newIncidentRequest,
  async (session, params: NewIncidentParams): Promise<NewIncidentResult | Refusal> => {
    const { folder, payload, template: wanted, at: stated, ...said } = params;
    const at = Date.parse(stated);
    if (Number.isNaN(at)) return noDateTime(stated);
    const environment =
      folder === undefined ? await environmentOf(session, undefined) : await environmentIn(session, folder);
    const template = chooseTemplate('incident', wanted, environment);
    if ('reason' in template) return template;
    const trigger = triggerOf(said.trigger, template);
    if (trigger !== undefined && typeof trigger !== 'string') return trigger;
    const alert = payload === undefined ? undefined : readAlert(payload);
    if (payload !== undefined && !alert) return noAlert;
    const runbooks = alert ? await runbooksOf(session, alert) : [];
    const { text, fileName, caret } = declaredIncident(
      {
        ...said,
        commander: said.commander,
        trigger,
        at,
        alert,
        runbooks,
        folder: folder === undefined ? undefined : pathOfUri(folder),
      },
      template,
      environment.configuration,
    );
    return {
      text,
      fileName,
      caret: new LineIndex(text).positionAt(caret),
      runbooks: runbooks.map(({ path, title }) => ({ uri: uriOfPath(path), title: title ?? fileNameOf(path) })),
    };
  },
);

/** A trigger as the template writes it; refused where the template lists them and it is none. */
function triggerOf(trigger: string | undefined, template: Template): string | Refusal | undefined {
  const known = template.fields.find(({ label }) => normalizeLabel(label) === 'trigger')?.values ?? [];
  if (trigger === undefined || known.length === 0) return trigger;
  const found = known.find((each) => each.toLowerCase() === trigger.trim().toLowerCase());
  return found ?? { reason: `There is no trigger "${trigger}"; choose from ${known.join(', ')}.` };
}

async function runbooksOf(session: Session, alert: Alert): Promise<readonly DocumentFacts[]> {
  return runbooksFor(
    alert,
    (await allFacts(session)).flatMap(({ document }) => document ?? []),
  );
}
