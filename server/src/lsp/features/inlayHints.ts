import { InlayHintRefreshRequest, type InlayHint } from 'vscode-languageserver/node';
import { durationFields, measuredDuration } from '../../core/model/durations.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { checklistPhases } from '../../core/model/incident/checklist.ts';
import { isLive } from '../../core/model/incident/live.ts';
import { elapsedLabel, incidentStart } from '../../core/model/timeline/elapsed.ts';
import { milestoneTime } from '../../core/model/timeline/milestones.ts';
import { formatDuration } from '../../core/model/values/duration.ts';
import { answering, unattended } from '../door.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import { spanOfRange } from '../convert.ts';
import type { Feature } from './feature.ts';

/** How often the minutes that are left of a live incident's checklist are counted anew, in ms. */
const minute = 60_000;

/**
 * Says beside each timeline entry how long after the start it was, beside stated durations what the timeline measures, and
 * beside the parts of a live incident's checklist how much is done and what time is left.
 */
export const inlayHints: Feature = { capabilities: { inlayHintProvider: true }, register };

function register(session: Session): void {
  const { connection, client, documents } = session;
  /** The open documents that say what time is left. */
  const counting = new Set<string>();
  connection.languages.inlayHint.on(
    answering(connection, 'Inlay hints', [], async ({ textDocument: { uri }, range }): Promise<InlayHint[]> => {
      const reading = await session.read(uri);
      if (!reading?.document) return [];
      const now = Date.now();
      const left = timeLeft(reading, reading.document, now);
      if (left.length > 0) counting.add(uri);
      else counting.delete(uri);
      const { start, end } = spanOfRange(reading.lines, range);
      return [...elapsed(reading.document, now), ...measured(reading.document), ...left]
        .filter(({ offset }) => start <= offset && offset <= end)
        .map(({ offset, label, tooltip }) => ({
          position: reading.lines.positionAt(offset),
          label,
          tooltip,
          paddingLeft: true,
        }));
    }),
  );
  documents.onDidClose(({ document: { uri } }) => counting.delete(uri));
  if (!client.refreshesInlayHints) return;
  const timer = setInterval(() => {
    if (counting.size > 0)
      unattended(connection, 'Refreshing inlay hints', () => connection.sendRequest(InlayHintRefreshRequest.type));
  }, minute);
  timer.unref();
}

interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

function elapsed(document: IncidentDocument, now: number): Hint[] {
  const start = incidentStart(document, now);
  if (start === undefined) return [];
  return (document.timeline?.entries ?? []).flatMap(({ at, stamp }) =>
    // A stamp that counts from the start says it already.
    at === undefined || stamp.offset !== undefined
      ? []
      : [
          {
            offset: behindMarks(document.text, stamp.span.end),
            label: elapsedLabel(at - start),
            tooltip: 'Since the start of the incident',
          },
        ],
  );
}

/** The offset behind the marks that end a bold or quoted stamp, so that its hint does not stand within them. */
function behindMarks(text: string, offset: number): number {
  return offset + (/^(?:\*+|_+|`)/.exec(text.slice(offset, offset + 4))?.[0].length ?? 0);
}

function measured(document: IncidentDocument): Hint[] {
  const length = measuredDuration(document);
  if (!length) return [];
  return durationFields(document).map(({ field }) => ({
    offset: field.valueSpan.end,
    label: `timeline: ${formatDuration(length.minutes)}`,
    tooltip: 'From the start of the impact to its resolution, by the timeline',
  }));
}

function timeLeft({ environment: { configuration } }: Reading, document: IncidentDocument, now: number): Hint[] {
  if (!isLive(document)) return [];
  const { timeline } = document;
  // The response begins when the incident is declared, not with its impact.
  const start = (timeline && milestoneTime(timeline, 'declared')) ?? incidentStart(document, now);
  return checklistPhases(document, configuration).map(({ titleSpan, done, all, until }) => {
    const left = start === undefined ? undefined : Math.ceil((start - now) / minute + until);
    const time = left === undefined || done === all ? '' : left > 0 ? `, ${left} min left` : ', time is up';
    return {
      offset: titleSpan.end,
      label: `${done} of ${all} done${time}`,
      tooltip: `To be done within ${formatDuration(until)} of the declaration`,
    };
  });
}
