import { commands, env, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import {
  resolutionStateRequest,
  resolveIncidentRequest,
  type CheckName,
  type ResolutionState,
  type ResolveIncidentParams,
  type ResolveIncidentResult,
} from '../../../server/src/protocol/resolution.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from '../documents/answers.ts';
import { findIncident } from '../documents/incidentChanges.ts';
import { applyEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn, type Answers } from './answers.ts';
import type { Command } from './command.ts';
import {
  askFigures,
  askObjectives,
  askOverride,
  askResolution,
  askRootCause,
  type Figures,
} from './resolutionQuestions.ts';

interface ResolvedIncident {
  readonly uri: string;
  /** ISO 8601. */
  readonly resolvedAt: string;
  readonly reviewAt: string;
  /** The review as text that calendars read. */
  readonly ics: string;
}

/**
 * Resolves an incident: the checks first, then the watch, then status, moment, resolution, root cause and timeline in one
 * edit, and the review of the postmortem. It is resolved at once where the watch is over, or where it is overridden.
 */
export const resolveIncident: Command = {
  id: 'incidentDocs.resolveIncident',
  title: 'Resolve Incident',
  async run(context, given): Promise<ResolvedIncident | Refusal | undefined> {
    const answers = readAnswers(given, ['resolution', 'rootCause', 'checks', 'override', 'uri']);
    const figures = figuresIn(answers);
    const override = overrideIn(answers);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const { document } = incident;
    const uri = document.uri.toString();
    const state = await context.server.ask<ResolutionState>(resolutionStateRequest, { uri });
    if (isRefusal(state)) return state;
    if (state.over) return { reason: `"${state.title}" is resolved already.` };

    const watch = context.watches.of(uri);
    const answered = textIn(answers, 'resolution');
    const resolution = answered ?? watch?.resolution ?? (await askResolution());
    if (resolution === undefined) return undefined;
    const isAsked = answered === undefined && !watch;
    const rootCause = textIn(answers, 'rootCause') ?? watch?.rootCause ?? (isAsked ? await askRootCause() : '');
    if (rootCause === undefined) return undefined;
    const params: Omit<ResolveIncidentParams, 'at' | 'checks' | 'met'> = {
      uri,
      resolution,
      ...(rootCause === '' ? {} : { rootCause }),
      verified: watch !== undefined,
    };
    if (figures || override !== undefined) {
      const settled = { ...params, checks: figures ?? {}, met: [], ...(override === undefined ? {} : { override }) };
      return finish(context, document, state, settled);
    }
    return byHand(context, document, state, params);
  },
};

/** With questions for what nobody has answered; what speaks against it can be overridden. */
async function byHand(
  context: Context,
  document: TextDocument,
  state: ResolutionState,
  params: Omit<ResolveIncidentParams, 'at' | 'checks' | 'met'>,
): Promise<ResolvedIncident | Refusal | undefined> {
  const until = context.watches.of(params.uri)?.until;
  if (until !== undefined && Date.parse(until) > Date.now()) {
    const override = await askOverride(`It is watched until ${clock(until)}.`);
    return override === undefined
      ? undefined
      : finish(context, document, state, { ...params, checks: {}, met: [], override });
  }
  const checks = await askFigures(state.checks.filter(({ name }) => !params.verified || name !== 'trafficRatio'));
  if (!checks) return undefined;
  const met = await askObjectives(state.unmet);
  if (!met) return undefined;
  const done = await finish(context, document, state, { ...params, checks, met });
  if (!isRefusal(done) || context.watches.of(params.uri)) return done;
  const override = await askOverride(done.reason);
  return override === undefined ? done : finish(context, document, state, { ...params, checks, met, override });
}

async function finish(
  { server, watches }: Context,
  document: TextDocument,
  { title }: ResolutionState,
  params: Omit<ResolveIncidentParams, 'at'>,
): Promise<ResolvedIncident | Refusal> {
  const { uri, resolution, rootCause } = params;
  const at = new Date().toISOString();
  const answer = await answerFor(document, () =>
    server.ask<ResolveIncidentResult>(resolveIncidentRequest, { ...params, at }),
  );
  if (isRefusal(answer)) return answer;
  if (answer.edits.length > 0) {
    const written = await applyEntry(document, answer);
    if (isRefusal(written)) return written;
  }
  if (answer.watchedUntil !== undefined) {
    await watches.begin({ uri, title, until: answer.watchedUntil, resolution, rootCause });
    return {
      reason: `The checks hold; "${title}" is watched until ${clock(answer.watchedUntil)}. Resolve it then, or skip the watch on purpose with an override.`,
    };
  }
  await watches.end(uri);
  const { reviewAt = at, ics = '' } = answer;
  const calendar = await writeCalendar(document, ics);
  void tell(title, reviewAt, calendar, uri);
  return { uri, resolvedAt: at, reviewAt, ics };
}

/** Writes the review beside the incident document; undefined where that is no file. */
async function writeCalendar({ uri }: TextDocument, ics: string): Promise<Uri | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const place = uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}-review.ics` });
  await workspace.fs.writeFile(place, Buffer.from(ics));
  return place;
}

async function tell(title: string, reviewAt: string, calendar: Uri | undefined, incident: string): Promise<void> {
  const add = 'Open in Calendar';
  const write = 'New Postmortem';
  const choice = await window.showInformationMessage(
    `"${title}" is resolved. Its postmortem is reviewed on ${new Date(reviewAt).toUTCString().replace(/:\d\d GMT$/, ' UTC')}.`,
    ...(calendar ? [add] : []),
    write,
  );
  if (choice === add && calendar) await env.openExternal(calendar);
  if (choice === write) await commands.executeCommand('incidentDocs.newPostmortem', { incident });
}

/** As the document tells it. */
function clock(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}

const names: readonly CheckName[] = ['errorRate', 'latencyP99Ms', 'trafficRatio'];

/** The figures of a caller; undefined where none are given. Throws for what is none. */
function figuresIn(answers: Answers): Figures | undefined {
  const given = answers.get('checks');
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object' || Array.isArray(given)) throw new TypeError('its answer "checks" must be an object.');
  const figures: Figures = {};
  for (const [key, value] of Object.entries(given)) {
    const name = names.find((known) => known === key);
    if (!name) throw new TypeError(`it does not know the check "${key}"; it takes ${names.join(', ')}.`);
    if (value === undefined || value === null) continue;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new TypeError(`its check "${name}" must be a number of 0 or more.`);
    figures[name] = value;
  }
  return figures;
}

/** Why the incident counts as resolved; `true` says only that it does. Throws for anything else. */
function overrideIn(answers: Answers): string | undefined {
  const given = answers.get('override');
  if (given === undefined || given === null || given === false) return undefined;
  if (given === true) return 'overridden, no reason given';
  if (typeof given !== 'string') throw new TypeError('its answer "override" must be the reason, as a text.');
  return given.trim() === '' ? undefined : given.trim();
}
