import { setKindEdits } from '../../core/edits/setKind.ts';
import { setKindRequest, type SetKindParams, type SetKindResult } from '../../protocol/channels.ts';
import { toTextEdits } from '../convert.ts';
import { documentRequest } from './request.ts';

/** The edits that give any Markdown document a kind and a template. */
export const setKind = documentRequest<SetKindParams, SetKindResult>(setKindRequest, (reading, { kind, template }) => ({
  version: reading.version,
  edits: toTextEdits(reading.lines, setKindEdits(reading.source.text, kind, template)),
}));
