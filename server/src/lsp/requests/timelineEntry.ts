import { applyEdits } from '../../core/edits/apply.ts';
import { entryKinds, labelled } from '../../core/edits/entryKinds.ts';
import { timelineEntryEdit } from '../../core/edits/timelineEntry.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { timelineEntryRequest, type TimelineEntryParams, type TimelineEntryResult } from '../../protocol/channels.ts';
import { toTextEdits } from '../convert.ts';
import { documentRequest, noDateTime, noDocument } from './request.ts';

/** The edit that adds an entry to a document's timeline, in the document's own form, zone and order. */
export const timelineEntry = documentRequest<TimelineEntryParams, TimelineEntryResult>(
  timelineEntryRequest,
  ({ document, lines, source, version }, params) => {
    const { uri, text, at, kind } = params;
    if (!document) return noDocument(uri);
    const moment = Date.parse(at);
    if (Number.isNaN(moment)) return noDateTime(at);
    if (kind !== undefined && !entryKinds.includes(kind)) {
      return { reason: `"${kind}" is no kind of timeline entry; the kinds are: ${entryKinds.join(', ')}.` };
    }
    const words = kind === undefined ? text : labelled(text, kind);
    const inserted = timelineEntryEdit(document, { at: moment, text: words });
    if ('reason' in inserted) return inserted;
    const { edits, entryLine, caretOffset } = inserted;
    const caret = new LineIndex(applyEdits(source.text, edits)).positionAt(caretOffset);
    return { version, edits: toTextEdits(lines, edits), line: entryLine, caret };
  },
);
