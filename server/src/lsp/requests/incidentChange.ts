import { applyEdits } from '../../core/edits/apply.ts';
import { incidentChangeEdit, type IncidentChange } from '../../core/edits/incidentChange.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { TimelineEntryResult } from '../../protocol/channels.ts';
import { incidentChangeRequest, type IncidentChangeParams } from '../../protocol/incidentChange.ts';
import { toTextEdits } from '../convert.ts';
import { documentRequest, noDateTime, noDocument } from './request.ts';

/** The edit that changes a field of a live incident and writes the timeline entry, both at once. */
export const incidentChange = documentRequest<IncidentChangeParams, TimelineEntryResult>(
  incidentChangeRequest,
  ({ document, lines, source, version, environment }, { uri, at, change }) => {
    if (!document) return noDocument(uri);
    const moment = Date.parse(at);
    if (Number.isNaN(moment)) return noDateTime(at);
    const made = incidentChangeEdit(document, wholeChange(change), moment, environment.configuration);
    if ('reason' in made) return made;
    const caret = new LineIndex(applyEdits(source.text, made.edits)).positionAt(made.caretOffset);
    return { version, edits: toTextEdits(lines, made.edits), line: made.entryLine, caret };
  },
);

function wholeChange(change: IncidentChangeParams['change']): IncidentChange {
  if (change.kind === 'severity') return { ...change, reason: change.reason };
  if (change.kind === 'status') return { ...change, note: change.note };
  return change;
}
