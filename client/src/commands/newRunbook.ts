import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { incidentStateRequest, type IncidentState } from '../../../server/src/protocol/incidentChange.ts';
import { isRefusal } from '../documents/answers.ts';
import { makeDocument, type Made } from '../documents/newDocuments.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import { askTitle } from './askTitle.ts';
import type { Command } from './command.ts';

/** Writes a new runbook from a template; one for an incident is named after it unless it gets another title. */
export const newRunbook: Command = {
  id: 'incidentDocs.newRunbook',
  title: 'New Runbook',
  async run(context, given): Promise<Made | Refusal | undefined> {
    const answers = readAnswers(given, ['incident', 'title', 'template', 'folder']);
    const incident = documentIn(answers, 'incident');
    const of =
      incident && (await context.server.ask<IncidentState>(incidentStateRequest, { uri: incident.toString() }));
    if (of && isRefusal(of)) return of;
    const title = textIn(answers, 'title') ?? (of?.title || (await askTitle(this.title, 'High API latency')));
    if (title === undefined) return undefined;
    const template = textIn(answers, 'template');
    const folder = textIn(answers, 'folder');
    return makeDocument(context, { kind: 'runbook', title, folder, ...(template === undefined ? {} : { template }) });
  },
};
