import type { Clock } from '../clock.ts';
import type { Edit } from '../edits/edit.ts';
import { moveMoment } from '../edits/nextUpdate.ts';
import { timelineEntryEdit } from '../edits/timelineEntry.ts';
import type { IncidentDocument } from '../model/document.ts';
import { cadenceInWords } from '../model/incident/cadence.ts';
import { incidentSeverity, isLive } from '../model/incident/live.ts';
import { latestEntry, promisedUpdate, type StatedMoment } from '../model/incident/moments.ts';
import { formatDuration } from '../model/values/duration.ts';
import type { Span } from '../text/span.ts';
import { defineRule, type Fix } from './rule.ts';

const minuteMs = 60_000;

/** A promised update that nobody has given: the next update is past, or by the cadence should be. */
export const updateOverdue = defineRule({
  id: 'update-overdue',
  kinds: ['incident'],
  summary: 'The next update for the stakeholders is overdue.',
  level: 'warning',
  fixable: true,
  *check(document, { clock, configuration }) {
    if (!isLive(document)) return;
    const severity = incidentSeverity(document, configuration.severities);
    const due = dueUpdate(document, severity?.updateEvery, clock);
    if (!due || !clock.hasCome(due.at + minuteMs)) return;
    const late = formatDuration(clock.minutesSince(due.at));
    const cadence =
      severity === undefined ? '' : `, as ${severity.name} promises one ${cadenceInWords(severity.updateEvery)}`;
    const fix = severity && corrected(document, due, clock.minute(), severity.updateEvery);
    yield {
      span: due.span,
      message: `The update for the stakeholders was due ${late} ago; send one now${cadence}.`,
      ...(fix ? { fix } : {}),
    };
  },
});

/** When stakeholders hear next, and where the document says so. */
interface DueUpdate {
  /** In ms since 1970 UTC. */
  readonly at: number;
  readonly span: Span;
  readonly stated: StatedMoment | undefined;
}

/** The stated time; in a document without one, the latest entry and the cadence, which is in minutes, tell it. */
function dueUpdate(document: IncidentDocument, cadence: number | undefined, { dayIn }: Clock): DueUpdate | undefined {
  const promised = promisedUpdate(document, dayIn);
  if (promised) return { at: promised.moment.at, span: promised.span, stated: promised.moment };
  const latest = latestEntry(document);
  if (!latest || cadence === undefined) return undefined;
  return { at: latest.at + cadence * minuteMs, span: latest.stamp.span, stated: undefined };
}

function corrected(document: IncidentDocument, due: DueUpdate, now: number, cadence: number): Fix | undefined {
  const entry = timelineEntryEdit(document, { at: now, text: 'Communication: [what stakeholders were told]' });
  const edits: Edit[] = 'edits' in entry ? [...entry.edits] : [];
  const moved = due.stated && moveMoment(document, due.stated, now + cadence * minuteMs);
  if (moved) edits.push(moved);
  return edits.length === 0
    ? undefined
    : {
        title: 'Add an update to the timeline',
        edits: edits.toSorted((a, b) => a.span.start - b.span.start),
        onRequest: true,
      };
}
