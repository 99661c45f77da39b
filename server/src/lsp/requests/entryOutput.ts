import { applyEdits } from '../../core/edits/apply.ts';
import { entryOutputEdit } from '../../core/edits/entryOutput.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { TimelineEntryResult } from '../../protocol/channels.ts';
import { entryOutputRequest, type EntryOutputParams } from '../../protocol/guards.ts';
import { toTextEdits } from '../convert.ts';
import { documentRequest, noDocument } from './request.ts';

/** The edit that puts a program's output below a timeline's entry. */
export const entryOutput = documentRequest<EntryOutputParams, TimelineEntryResult>(
  entryOutputRequest,
  ({ document, lines, source, version }, { uri, words, output }) => {
    if (!document) return noDocument(uri);
    const inserted = entryOutputEdit(document, { words, output });
    if ('reason' in inserted) return inserted;
    const index = new LineIndex(applyEdits(source.text, inserted.edits));
    return {
      version,
      edits: toTextEdits(lines, inserted.edits),
      line: index.lineAt(inserted.start),
      caret: index.positionAt(inserted.end),
    };
  },
);
