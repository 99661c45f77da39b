import { alertEntries, newEntries, plainWords } from '../../core/alerts/incident.ts';
import { readAlert } from '../../core/alerts/read.ts';
import { suggestSeverity } from '../../core/alerts/suggestion.ts';
import { alertRequest, type AlertParams, type AlertResult } from '../../protocol/alerts.ts';
import type { Session } from '../session.ts';
import { allFacts } from './allFacts.ts';
import { request } from './request.ts';
import { environmentOf } from './settings.ts';

/** What a text says, if it is the payload of an alert. */
export const alert = request(
  alertRequest,
  async (session, { text, uri }: AlertParams): Promise<AlertResult | object> => {
    const found = readAlert(text);
    if (!found) return {};
    const { configuration } = await environmentOf(session, uri);
    const suggested = suggestSeverity(found, configuration);
    const live = await liveFor(session, found.key);
    const { source, title, services, isOver } = found;
    const told = live && (await session.read(live.uri))?.document;
    const entries = alertEntries(found, Date.now());
    return {
      source,
      title,
      reasons: suggested?.reasons ?? [],
      ...(suggested ? { severity: suggested.severity, grounds: plainWords(suggested.reasons.join('; ')) } : {}),
      services,
      isOver,
      entries: (told ? newEntries(entries, told) : entries).map(({ at, text: words }) => ({
        at: new Date(at).toISOString(),
        text: words,
      })),
      ...(live === undefined ? {} : { live }),
    } satisfies AlertResult;
  },
);

async function liveFor(session: Session, key: string): Promise<AlertResult['live']> {
  const live = (await allFacts(session)).find(({ status, document }) => status.live && document?.alertKey === key);
  return live && { uri: live.status.uri, title: live.status.title ?? '' };
}
