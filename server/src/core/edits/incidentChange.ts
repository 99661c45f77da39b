import type { IncidentDocument } from '../model/document.ts';
import { headerField } from '../model/fields.ts';
import { incidentSeverity, isLive } from '../model/incident/live.ts';
import { readObjectives } from '../model/incident/objectives.ts';
import { personKey, rolePlaces, roleSections } from '../model/incident/roles.ts';
import { rankOf, statusOrder } from '../model/incident/statuses.ts';
import { saysNothing } from '../model/values/absent.ts';
import { severityIn } from '../model/values/severity.ts';
import type { FieldSchema } from '../schema/template.ts';
import type { Audience } from '../updates/draft.ts';
import { addedReport, changedAffected, changedObjective } from './contentChange.ts';
import type { Change, ChangeSettings, Refused } from './change.ts';
import type { Edit } from './edit.ts';
import { insertFieldBeside, insertFirstField } from './insertField.ts';
import { promiseUpdate } from './nextUpdate.ts';
import { setField, setValue } from './setField.ts';
import { timelineEntryEdit, type InsertedEntry } from './timelineEntry.ts';

/** What changes in a live incident. */
export type IncidentChange =
  | { readonly kind: 'severity'; readonly severity: string; readonly reason: string | undefined }
  | { readonly kind: 'status'; readonly status: string; readonly note: string | undefined }
  | { readonly kind: 'role'; readonly role: string; readonly person: string }
  | { readonly kind: 'update'; readonly audience: Audience; readonly message: string }
  | { readonly kind: 'objective'; readonly objective: string; readonly met: boolean }
  | { readonly kind: 'affected'; readonly group: string; readonly who: string }
  | { readonly kind: 'report'; readonly report: string };

const minuteMs = 60_000;

/**
 * The edit that changes a field of a live incident and says so in its timeline, both at once; a severity moves the next
 * update with it. `at` is in ms since 1970 UTC. A change that is none, and one that can't be, is refused with the reason.
 */
export function incidentChangeEdit(
  document: IncidentDocument,
  change: IncidentChange,
  at: number,
  settings: ChangeSettings,
): InsertedEntry | Refused {
  if (document.kind !== 'incident')
    return { reason: 'Only a live incident document has a severity, a status and roles that change.' };
  const made = changed(document, change, at, settings);
  if ('reason' in made) return made;
  const entry = timelineEntryEdit(document, { at, text: made.entry });
  if ('reason' in entry) return entry;
  return together(
    document,
    entry,
    made.edits.flatMap((edit) => edit ?? []),
  );
}

/** An entry and other edits, as one; the entry's place is that after all of them. */
export function together({ text }: IncidentDocument, entry: InsertedEntry, others: readonly Edit[]): InsertedEntry {
  const start = entry.edits[0]?.span.start ?? 0;
  const before = others.filter(({ span }) => span.start < start);
  const lines = before.reduce(
    (sum, edit) => sum + breaks(edit.text) - breaks(text.slice(edit.span.start, edit.span.end)),
    0,
  );
  const characters = before.reduce((sum, { span, text: written }) => sum + written.length - (span.end - span.start), 0);
  return {
    edits: [...entry.edits, ...others].toSorted((a, b) => a.span.start - b.span.start),
    entryLine: entry.entryLine + lines,
    caretOffset: entry.caretOffset + characters,
  };
}

function breaks(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

function changed(
  document: IncidentDocument,
  change: IncidentChange,
  at: number,
  settings: ChangeSettings,
): Change | Refused {
  if (change.kind === 'severity') return changedSeverity(document, change.severity, change.reason, at, settings);
  if (change.kind === 'status') return changedStatus(document, change.status, change.note);
  if (change.kind === 'objective') return changedObjective(document, change.objective, change.met);
  if (change.kind === 'affected') return changedAffected(document, change.group, change.who);
  if (change.kind === 'report') return addedReport(document, change.report, at);
  if (change.kind === 'update') return givenUpdate(document, change.audience, change.message, at, settings);
  return changedRole(document, change.role, change.person, settings);
}

function changedSeverity(
  document: IncidentDocument,
  wanted: string,
  reason: string | undefined,
  at: number,
  { severities }: ChangeSettings,
): Change | Refused {
  const names = severities.map(({ name }) => name);
  const severity = severities.find(({ name }) => bare(name) === bare(wanted));
  if (!severity) return { reason: `There is no severity "${wanted}"; choose from ${names.join(', ')}.` };
  const stated = headerField(document.fields, 'Severity')?.value ?? '';
  const old = severityIn(stated, names)?.name;
  if (old === severity.name) return { reason: `The incident is ${severity.name} already; choose another severity.` };
  const from = old === undefined ? '' : ` from ${old}`;
  return {
    edits: [
      setField(document, fieldSchema('Severity'), severity.name),
      isLive(document) && headerField(document.fields, 'Next Update')
        ? promiseUpdate(document, at + severity.updateEvery * minuteMs)
        : undefined,
    ],
    entry: withReason(`Severity changed${from} to ${severity.name}`, reason),
  };
}

function changedStatus(document: IncidentDocument, wanted: string, note: string | undefined): Change | Refused {
  const order = statusOrder(document);
  const status = order.find((name) => bare(name) === bare(wanted));
  if (status === undefined) return { reason: `There is no status "${wanted}"; choose from ${order.join(', ')}.` };
  const field = headerField(document.fields, 'Status');
  const old = order[rankOf(field?.value ?? '', order)];
  if (old === status) return { reason: `The incident is ${status} already; choose another status.` };
  if (isEnd(status, order)) {
    const unmet = unmetObjectives(document);
    if (unmet.length > 0) return { reason: unmetReason(unmet) };
  }
  const from = old === undefined ? '' : ` from ${old}`;
  return {
    edits: [setField(document, fieldSchema('Status'), status)],
    entry: withReason(`Status changed${from} to ${status}`, note),
  };
}

/** The objectives that the document does not call met (S2). */
export function unmetObjectives(document: IncidentDocument): readonly string[] {
  return readObjectives(document)
    .filter(({ met }) => met !== true)
    .map(({ text }) => text);
}

/** Why an incident with open objectives is not resolved. */
export function unmetReason(unmet: readonly string[]): string {
  const list = unmet.map((text) => `"${text}"`).join(', ');
  return `The incident is resolved once each objective is met; still open: ${list}.`;
}

function isEnd(status: string, order: readonly string[]): boolean {
  return status === order.at(-1) || /^(?:resolved|closed)$/i.test(status);
}

/** What an entry calls those who were told. */
const told: Readonly<Record<Audience, string>> = {
  channel: 'Update to the channel',
  statusPage: 'Update on the status page',
  executives: 'Update to the executives',
};

/** An update that was given: the next one is due by the cadence. */
function givenUpdate(
  document: IncidentDocument,
  audience: Audience,
  message: string,
  at: number,
  { severities }: ChangeSettings,
): Change {
  const severity = incidentSeverity(document, severities);
  return {
    edits: [severity && isLive(document) ? promiseUpdate(document, at + severity.updateEvery * minuteMs) : undefined],
    entry: withReason(`Communication: ${told[audience]}`, message),
  };
}

function changedRole(
  document: IncidentDocument,
  wanted: string,
  person: string,
  { roles }: ChangeSettings,
): Change | Refused {
  const names = roles.map(({ name }) => name);
  const role = names.find((name) => bare(name) === bare(wanted));
  if (role === undefined) return { reason: `There is no role "${wanted}"; choose from ${names.join(', ')}.` };
  const holder = person.replace(/\s+/g, ' ').trim();
  if (holder === '') return { reason: `Nobody is named for ${role}; write a handle or a name.` };
  const places = rolePlaces(document, names);
  const place = places.find((each) => each.role === role);
  const old = place?.holder === undefined || saysNothing(place.holder) ? undefined : place.holder;
  if (old !== undefined && personKey(old) === personKey(holder)) {
    return { reason: `${old} is ${role} already; name somebody else.` };
  }
  const edit = place ? setValue(document, place.field, holder) : addedRole(document, role, holder, names);
  return {
    edits: [edit],
    entry:
      old === undefined
        ? `${holder} is ${role.toLowerCase()}`
        : `${holder} takes over as ${role.toLowerCase()} from ${old}`,
  };
}

function addedRole(
  document: IncidentDocument,
  role: string,
  person: string,
  names: readonly string[],
): Edit | undefined {
  const schema: FieldSchema = { ...fieldSchema(role), type: 'people', style: 'bullet', placeholder: person };
  const neighbour = rolePlaces(document, names).at(-1)?.field;
  return neighbour
    ? insertFieldBeside(document, schema, { neighbour, side: 'after' })
    : insertFirstField(document, schema, roleSections(document)[0]);
}

function fieldSchema(label: string): FieldSchema {
  return { label, synonyms: [], type: 'text', required: false, values: [], style: 'bold-line', placeholder: '' };
}

function withReason(words: string, reason: string | undefined): string {
  const said = reason?.replace(/\s+/g, ' ').trim() ?? '';
  return said === '' ? words : `${words}: ${said}`;
}

function bare(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
