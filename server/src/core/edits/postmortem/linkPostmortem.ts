import type { IncidentDocument } from '../../model/document.ts';
import { headerField } from '../../model/fields.ts';
import { saysNothing } from '../../model/values/absent.ts';
import type { FieldSchema } from '../../schema/template.ts';
import { folderOf } from '../../text/path.ts';
import type { Edit } from '../edit.ts';
import { setField } from '../setField.ts';
import { addressFrom, linkTo } from './carried.ts';

/**
 * The edit by which an incident document links to its postmortem, as a field of its header; what the field says already stays.
 * Undefined where the document links there, or has no place for it.
 */
export function postmortemLinkEdit(
  incident: IncidentDocument,
  postmortem: { readonly path: string; readonly title: string },
): Edit | undefined {
  const address = addressFrom(folderOf(incident.path), postmortem.path);
  if (incident.links.some(({ target }) => target === address)) return undefined;
  const link = linkTo(postmortem.title, address);
  const stated = headerField(incident.fields, 'Postmortem')?.value ?? '';
  return setField(incident, schema, saysNothing(stated) ? link : `${stated}, ${link}`);
}

const schema: FieldSchema = {
  label: 'Postmortem',
  synonyms: ['Post-mortem'],
  type: 'text',
  required: false,
  values: [],
  style: 'bold-line',
  placeholder: '',
};
