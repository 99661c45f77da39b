import { applyEdits } from '../../core/edits/apply.ts';
import { unmetObjectives } from '../../core/edits/incidentChange.ts';
import { resolveIncidentEdit } from '../../core/edits/resolveIncident.ts';
import { isOver } from '../../core/model/incident/live.ts';
import { resolutionChecks } from '../../core/resolution/checks.ts';
import { reviewAppointment } from '../../core/resolution/reviewAppointment.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import {
  resolutionStateRequest,
  resolveIncidentRequest,
  type ResolutionState,
  type ResolutionStateParams,
  type ResolveIncidentParams,
  type ResolveIncidentResult,
} from '../../protocol/resolution.ts';
import { toTextEdits } from '../convert.ts';
import { documentRequest, noDateTime, noDocument } from './request.ts';

/** What it takes to resolve an incident. */
export const resolutionState = documentRequest<ResolutionStateParams, ResolutionState>(
  resolutionStateRequest,
  ({ document, environment: { configuration } }, { uri }) => {
    if (!document) return noDocument(uri);
    return {
      title: document.title?.subject ?? '',
      over: isOver(document),
      checks: resolutionChecks(configuration, {}).map(({ name, wants }) => ({ name, wants })),
      unmet: unmetObjectives(document),
      watch: configuration.resolution.watch,
    };
  },
);

/** The edit that resolves an incident, or that begins the watch before; with the review of its postmortem. */
export const resolveIncident = documentRequest<ResolveIncidentParams, ResolveIncidentResult>(
  resolveIncidentRequest,
  ({ document, lines, source, version, environment: { configuration, now } }, params) => {
    if (!document) return noDocument(params.uri);
    const at = Date.parse(params.at);
    if (Number.isNaN(at)) return noDateTime(params.at);
    const { resolution, rootCause, checks: measured, met, override, verified } = params;
    const wish = { resolution, rootCause, measured, met, override, verified };
    const made = resolveIncidentEdit(document, wish, at, configuration);
    if ('reason' in made) return made;
    const entry = made.state === 'resolved' ? made : made.entry;
    const edits = entry?.edits ?? [];
    const written = {
      version,
      edits: toTextEdits(lines, edits),
      line: entry?.entryLine ?? 0,
      caret: new LineIndex(applyEdits(source.text, edits)).positionAt(entry?.caretOffset ?? 0),
    };
    if (made.state === 'watched') return { ...written, watchedUntil: new Date(made.until).toISOString() };
    const review = reviewAppointment(document, configuration, at, now);
    return { ...written, reviewAt: new Date(review.at).toISOString(), ics: review.ics };
  },
);
