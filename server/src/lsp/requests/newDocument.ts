import { newDocument as composeDocument, type NewDocument } from '../../core/edits/newDocument.ts';
import { postmortemLinkEdit } from '../../core/edits/postmortem/linkPostmortem.ts';
import { newPostmortem } from '../../core/edits/postmortem/newPostmortem.ts';
import { onCallChecklist as composeChecklist } from '../../core/onCall/checklist.ts';
import { chooseTemplate } from '../../core/schema/chooseTemplate.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { fileNameOf } from '../../core/text/path.ts';
import type { Refusal } from '../../protocol/channels.ts';
import {
  linkPostmortemRequest,
  newDocumentRequest,
  onCallChecklistRequest,
  type LinkPostmortemParams,
  type LinkPostmortemResult,
  type NewDocumentParams,
  type NewDocumentResult,
  type OnCallChecklistParams,
} from '../../protocol/newDocument.ts';
import { rangeOf, toTextEdits } from '../convert.ts';
import { pathOfUri } from '../uri.ts';
import { documentRequest, noDateTime, noDocument, request } from './request.ts';
import { environmentIn, rotationFor } from './settings.ts';

/** The text of a new document from a template; of a postmortem with all that its incident document has for it. */
export const newDocument = request(
  newDocumentRequest,
  async (session, params: NewDocumentParams): Promise<NewDocumentResult | Refusal> => {
    const at = Date.parse(params.at);
    if (Number.isNaN(at)) return noDateTime(params.at);
    const folder = pathOfUri(params.folder);
    const environment = { ...(await environmentIn(session, params.folder)), now: at };
    const template = chooseTemplate(params.kind, params.template, environment);
    if ('reason' in template) return template;
    if (params.incident === undefined)
      return onWire(await composeDocument({ title: params.title ?? '', at, folder }, template));
    const reading = await session.read(params.incident);
    const incident = reading?.document;
    if (incident?.kind !== 'incident') return notAnIncident(params.incident);
    return onWire(await newPostmortem({ incident, title: params.title, folder }, template, environment));
  },
);

/** The edit by which an incident document links to its postmortem; none where it does already. */
export const linkPostmortem = documentRequest<LinkPostmortemParams, LinkPostmortemResult>(
  linkPostmortemRequest,
  ({ document, lines, version }, { uri, postmortem }) => {
    if (!document) return noDocument(uri);
    const title = document.title?.subject || fileNameOf(pathOfUri(postmortem));
    const edit = postmortemLinkEdit(document, { path: pathOfUri(postmortem), title });
    return { version, edits: toTextEdits(lines, edit ? [edit] : []) };
  },
);

/** The checklist of a week on call. */
export const onCallChecklist = request(
  onCallChecklistRequest,
  async (session, { team, at, folder }: OnCallChecklistParams): Promise<NewDocumentResult | Refusal> => {
    const moment = Date.parse(at);
    if (Number.isNaN(moment)) return noDateTime(at);
    const own = folder === undefined ? undefined : await environmentIn(session, folder);
    const configuration = await rotationFor(session, own);
    const made = composeChecklist(configuration, team, moment);
    return 'reason' in made ? made : onWire(made);
  },
);

function onWire({ text, fileName, place }: NewDocument): NewDocumentResult {
  return { text, fileName, place: rangeOf(new LineIndex(text), place) };
}

function notAnIncident(uri: string): Refusal {
  return {
    reason: `${fileNameOf(pathOfUri(uri))} is no incident document; a postmortem is written from one, or empty.`,
  };
}
