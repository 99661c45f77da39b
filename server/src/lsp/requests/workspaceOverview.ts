import { clockAt, type Clock } from '../../core/clock.ts';
import { loadsOf, openActions } from '../../core/reports/openActions.ts';
import { postmortemOf, type PlacedDocument } from '../../core/reports/placedDocument.ts';
import { fileNameOf } from '../../core/text/path.ts';
import type { DocumentStatus } from '../../protocol/channels.ts';
import { workspaceOverviewRequest, type ListedIncident, type WorkspaceOverview } from '../../protocol/overview.ts';
import type { Session } from '../session.ts';
import { allFacts } from './allFacts.ts';
import { request } from './request.ts';

/** A document of the workspace, with what the client knows it by. */
interface KnownDocument extends PlacedDocument {
  readonly status: DocumentStatus;
}

/** What the views list: incidents and open actions of the workspace. */
export const workspaceOverview = request(workspaceOverviewRequest, async (session): Promise<WorkspaceOverview> =>
  overviewOf(await knownDocuments(session), clockAt(Date.now())),
);

async function knownDocuments(session: Session): Promise<readonly KnownDocument[]> {
  const found = (await allFacts(session)).flatMap(({ document, status }) =>
    document ? [{ facts: document, status }] : [],
  );
  return Promise.all(
    found.map(async (known) => ({
      ...known,
      root: (await session.environments.of(known.facts.path)).workspace.root,
    })),
  );
}

function overviewOf(documents: readonly KnownDocument[], clock: Clock): WorkspaceOverview {
  const actions = openActions(documents, clock);
  const incidents = documents
    .filter(({ facts }) => facts.kind === 'incident')
    .map((document) => ({ listed: listedIncident(document, documents, clock), at: document.facts.startedAt ?? 0 }));
  return {
    incidents: incidents
      .toSorted(
        (a, b) =>
          states.indexOf(a.listed.state) - states.indexOf(b.listed.state) ||
          (a.listed.state === 'awaiting' ? compare(a.listed.reviewBy ?? '~', b.listed.reviewBy ?? '~') : 0) ||
          b.at - a.at ||
          compare(a.listed.uri, b.listed.uri),
      )
      .map(({ listed }) => listed),
    actions: actions.map(({ document, action, urgency }) => {
      const { owner, due, dueDay, status, ticket, text, range } = action;
      const stated = { owner, due: dueDay ?? due, status, ticket };
      return { uri: document.status.uri, document: titleOf(document), text, urgency, range, ...given(stated) };
    }),
    owners: loadsOf(actions).map(({ owner, open, overdue }) => ({ ...given({ owner }), open, overdue })),
  };
}

const states: readonly ListedIncident['state'][] = ['live', 'awaiting', 'resolved'];

function listedIncident(incident: KnownDocument, all: readonly KnownDocument[], clock: Clock): ListedIncident {
  const { live, awaitsReview, reviewBy, severity, status, startedAt, nextUpdateAt, uri } = incident.status;
  const postmortem = postmortemOf(incident, all);
  const state = live ? 'live' : awaitsReview && !postmortem ? 'awaiting' : 'resolved';
  return {
    uri,
    title: titleOf(incident),
    state,
    ...given({ severity, status, startedAt, nextUpdateAt, postmortem: postmortem?.status.uri }),
    ...(state === 'awaiting' && reviewBy !== undefined ? { reviewBy, isReviewLate: clock.isOver(reviewBy) } : {}),
  };
}

function titleOf({ facts }: PlacedDocument): string {
  return facts.title || fileNameOf(facts.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Without what is not given. */
function given<K extends string>(values: Readonly<Record<K, string | undefined>>): { readonly [N in K]?: string } {
  const found: { [N in K]?: string } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
}
