import { pasteEntries, readPasted } from '../../core/edits/pastedEntries.ts';
import type { Refusal } from '../../protocol/channels.ts';
import {
  pastedEntriesRequest,
  type PastedEntriesParams,
  type PastedEntriesResult,
} from '../../protocol/pastedEntries.ts';
import { toTextEdits } from '../convert.ts';
import { noDateTime, noDocument, request } from './request.ts';

/** The edit that writes words copied from elsewhere into a timeline, with the times that they bring. */
export const pastedEntries = request(
  pastedEntriesRequest,
  async (session, { uri, text, at, zone }: PastedEntriesParams): Promise<PastedEntriesResult | Refusal> => {
    const reading = await session.read(uri);
    if (!reading?.document) return noDocument(uri);
    const now = Date.parse(at);
    if (Number.isNaN(now)) return noDateTime(at);
    const entries = readPasted(text, now, zone);
    if (entries.length === 0) return { reason: 'There is nothing to paste; copy some words first.' };
    const made = await pasteEntries(reading.document, entries);
    if ('reason' in made) return made;
    return {
      version: reading.version,
      edits: toTextEdits(reading.lines, made.edits),
      line: made.line,
      caret: { line: made.line, character: 0 },
      count: made.count,
    };
  },
);
