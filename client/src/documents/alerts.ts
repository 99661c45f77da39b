import { env, Uri, workspace } from 'vscode';
import { alertRequest, type AlertParams, type AlertResult } from '../../../server/src/protocol/alerts.ts';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { Answers } from '../commands/answers.ts';
import type { Context } from '../context.ts';
import { isRefusal } from './answers.ts';
import { currentFolder } from './startingPlace.ts';

/** An alert, as its service wrote it and as it is understood; both undefined where there is none. */
export interface FoundAlert {
  readonly text: string | undefined;
  readonly says: AlertResult | undefined;
}

const none: FoundAlert = { text: undefined, says: undefined };

/**
 * The alert that a caller has given, as an object, as JSON or as the path of a file that holds it; where nothing at all is
 * given, the one in the clipboard, if it holds one. The settings of the document that it begins say how severe it is.
 */
export async function findAlert(
  { server }: Context,
  answers: Answers,
  document: Uri | undefined,
): Promise<FoundAlert | Refusal> {
  const payload = answers.get('payload');
  if (payload === undefined && answers.size > 0) return none;
  const text = payload === undefined ? await env.clipboard.readText() : await payloadText(payload);
  if (typeof text !== 'string') return text;
  if (!text.trimStart().startsWith('{')) return payload === undefined ? none : noAlert;
  const params: AlertParams = { text, ...(document === undefined ? {} : { uri: document.toString() }) };
  const says = await server.ask<AlertResult | object>(alertRequest, params);
  if (isRefusal(says)) return says;
  if ('source' in says) return { text, says };
  return payload === undefined ? none : noAlert;
}

const noAlert: Refusal = {
  reason:
    'The payload is no alert that is known: it must be the JSON that Alertmanager, Grafana, Prometheus, PagerDuty, Opsgenie or ServiceNow sends.',
};

async function payloadText(payload: unknown): Promise<string | Refusal> {
  if (typeof payload === 'object' && payload !== null) return JSON.stringify(payload);
  if (typeof payload !== 'string')
    throw new TypeError('its answer "payload" must be an alert, or the path of a file that holds one.');
  if (payload.trimStart().startsWith('{')) return payload;
  const folder = currentFolder();
  const uri = /^[a-z][a-z+.-]+:\/\//.test(payload)
    ? Uri.parse(payload, true)
    : folder
      ? Uri.joinPath(folder.uri, payload)
      : Uri.file(payload);
  try {
    return Buffer.from(await workspace.fs.readFile(uri)).toString('utf8');
  } catch {
    return { reason: `The alert's file ${payload} can't be read; check that it is there.` };
  }
}
