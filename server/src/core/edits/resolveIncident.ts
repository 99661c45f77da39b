import type { Configuration } from '../configuration/configuration.ts';
import type { IncidentDocument } from '../model/document.ts';
import { headerField } from '../model/fields.ts';
import { isOver } from '../model/incident/live.ts';
import { readObjectives } from '../model/incident/objectives.ts';
import { outcomeSection } from '../model/incident/outcome.ts';
import { rolePlaces } from '../model/incident/roles.ts';
import { rankOf, statusOrder } from '../model/incident/statuses.ts';
import { watchedSince, watchStatus } from '../model/incident/watch.ts';
import { formatDuration } from '../model/values/duration.ts';
import { failedChecks, resolutionChecks, type Check, type Measurements } from '../resolution/checks.ts';
import type { FieldSchema } from '../schema/template.ts';
import { slice, trimmed } from '../text/slice.ts';
import { at as placeAt } from '../text/span.ts';
import type { Edit } from './edit.ts';
import { together, unmetObjectives, unmetReason } from './incidentChange.ts';
import { onOneLine } from './newDocument.ts';
import { sharingLine } from './insertField.ts';
import { momentInWords } from './nextUpdate.ts';
import { setField, setValue } from './setField.ts';
import { timelineEntryEdit, type InsertedEntry } from './timelineEntry.ts';

/** How an incident ended, and what was looked at to say so. */
export interface Resolution {
  readonly resolution: string;
  readonly rootCause: string | undefined;
  readonly measured: Measurements;
  /** The objectives, in their own words, that are called met with this. */
  readonly met: readonly string[];
  /** Why it counts as over although something speaks against it; undefined where nothing may. */
  readonly override: string | undefined;
  /** Whether all checks have held before the watch, so that only errors and latency are looked at again (S1). */
  readonly verified: boolean;
}

/** The incident is over: the edit that says so. */
export interface Resolved extends InsertedEntry {
  readonly state: 'resolved';
}

/** The incident is watched until a moment, in ms since 1970 UTC; without edits where it is being watched already. */
export interface Watched {
  readonly state: 'watched';
  readonly until: number;
  readonly entry: InsertedEntry | undefined;
}

interface Refused {
  /** What speaks against it, and what would be right. */
  readonly reason: string;
}

const minuteMs = 60_000;

/**
 * The edit that resolves an incident: status, moment, resolution and root cause, the objectives that are met, and the timeline
 * entry, all at once. It takes the checks, each objective, and the watch after the mitigation (S1); where only the watch is
 * missing, the edit begins it. An override passes over all three and is told in the entry. `at` is in ms since 1970 UTC.
 */
export function resolveIncidentEdit(
  document: IncidentDocument,
  wish: Resolution,
  at: number,
  configuration: Configuration,
): Resolved | Watched | Refused {
  if (document.kind !== 'incident') return { reason: 'Only a live incident document can be resolved.' };
  const order = statusOrder(document);
  const field = headerField(document.fields, 'Status');
  const old = order[rankOf(field?.value ?? '', order)];
  if (isOver(document)) return { reason: `The incident is ${field?.value ?? 'over'} already.` };

  const onlyAgain = wish.verified && wish.measured.trafficRatio === undefined;
  const checks = resolutionChecks(configuration, wish.measured, onlyAgain ? 'watch' : 'fix');
  const unmet = unmetObjectives(document).filter((text) => !wish.met.includes(text));
  const against = [failedChecks(checks), unmet.length > 0 ? unmetReason(unmet) : undefined];
  const reasons = against.filter((reason) => reason !== undefined);
  if (reasons.length > 0 && wish.override === undefined)
    return { reason: `${reasons.join(' ')} Or override it on purpose, and say why.` };

  const { watch } = configuration.resolution;
  const since = watchedSince(document, at);
  const until = (since ?? at) + watch * minuteMs;
  if (until > at && wish.override === undefined)
    return begunWatch(document, checks, old, at, until, since !== undefined);

  const name = order.find((status) => /^resolved$/i.test(status)) ?? order.at(-1) ?? 'Resolved';
  const from = old === undefined ? '' : ` from ${old}`;
  const watched = until > at ? [`not watched for ${formatDuration(watch)}`] : [];
  const open = [
    ...checks.filter(({ holds }) => holds !== true).map(inWords),
    ...unmet.map((text) => `"${text}" not met`),
  ];
  const proof =
    wish.override === undefined
      ? `Verified: ${checks.map(inWords).join(', ')}`
      : `On purpose${[...open, ...watched].length > 0 ? ` (${[...open, ...watched].join(', ')})` : ''}: ${sentence(wish.override)}`;
  const words = `Status changed${from} to ${name}: ${sentence(wish.resolution)} ${proof}`;
  const entry = timelineEntryEdit(document, { at, text: words });
  if ('reason' in entry) return entry;
  return { state: 'resolved', ...together(document, entry, changes(document, wish, name, at, configuration.roles)) };
}

/** The edit by which the watch begins; none while it goes on. */
function begunWatch(
  document: IncidentDocument,
  checks: readonly Check[],
  old: string | undefined,
  at: number,
  until: number,
  goesOn: boolean,
): Watched | Refused {
  if (goesOn) return { state: 'watched', until, entry: undefined };
  const status = watchStatus(document);
  const measured = checks.map(inWords).join(', ');
  const isSet = status === undefined || status === old;
  const words = isSet
    ? `Monitoring: ${measured}`
    : `Status changed${old === undefined ? '' : ` from ${old}`} to ${status}: ${measured}`;
  const entry = timelineEntryEdit(document, { at, text: words });
  if ('reason' in entry) return entry;
  const edits = isSet ? [] : [setField(document, textField('Status'), status)];
  return {
    state: 'watched',
    until,
    entry: together(
      document,
      entry,
      edits.flatMap((edit) => edit ?? []),
    ),
  };
}

/** `error rate 0.4 %`, `traffic not measured` */
function inWords({ wants, measured }: Check): string {
  const what = wants.replace(/ (?:under|over) .*$/, '');
  return measured === undefined ? `${what} not measured` : `${what} ${measured}`;
}

function sentence(words: string): string {
  const line = onOneLine(words);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

function changes(
  document: IncidentDocument,
  wish: Resolution,
  status: string,
  at: number,
  roles: Configuration['roles'],
): Edit[] {
  const moment = momentInWords(document, at);
  const resolved = ['Resolved', 'Resolved At', 'Ended', 'End Time'].find((label) =>
    headerField(document.fields, label),
  );
  const edits = [
    setField(document, textField('Status'), status),
    moment === undefined
      ? undefined
      : setField(document, { ...textField(resolved ?? 'Resolved'), type: 'date-time' }, moment),
    told(document, 'resolution', 'Resolution', wish.resolution),
    wish.rootCause === undefined ? undefined : told(document, 'cause', 'Root Cause', wish.rootCause),
    noNextUpdate(document),
    ...untakenRoles(document, roles),
    ...checkedOff(document, wish.met),
  ];
  return edits.flatMap((edit) => edit ?? []).toSorted((a, b) => a.span.start - b.span.start);
}

/** In the section that the document has for it, else as a field of the header. */
function told(
  document: IncidentDocument,
  role: 'resolution' | 'cause',
  label: string,
  words: string,
): Edit | undefined {
  const section = outcomeSection(document, role);
  if (!section) return setField(document, textField(label), onOneLine(words));
  const { text, lines, placeholders } = document;
  const body = trimmed(text, section.bodySpan);
  const isStub = placeholders.some(({ text: open }) => slice(text, body).includes(open));
  const written = words.trim().replaceAll(/\r\n|\r|\n/g, lines.newline);
  if (body.start < body.end && isStub) return { span: body, text: written };
  const end = body.start < body.end ? body.end : section.heading.span.end;
  return { span: placeAt(end), text: lines.newline.repeat(2) + written };
}

/** Nobody waits for an update any more. */
function noNextUpdate(document: IncidentDocument): Edit | undefined {
  const field = headerField(document.fields, 'Next Update');
  if (!field) return undefined;
  const { lines } = document;
  const line = lines.lineAt(field.labelSpan.start);
  const isLine =
    lines.lineAt(field.valueSpan.end) === line && field.style !== 'section' && sharingLine(document, field).length < 2;
  if (!isLine || field.schema?.required === true) return setValue(document, field, 'None');
  return { span: { start: lines.startOf(line), end: lines.startOf(line + 1) }, text: '' };
}

/** The lines of roles that nobody has taken, and that nobody can take any more: the commander held them. */
function untakenRoles(document: IncidentDocument, roles: Configuration['roles']): Edit[] {
  const { lines } = document;
  const places = rolePlaces(
    document,
    roles.map(({ name }) => name),
  );
  return places.flatMap(({ field, holder }) => {
    const line = lines.lineAt(field.labelSpan.start);
    const isLine = field.style === 'bullet' && lines.lineAt(field.valueSpan.end) === line;
    if (holder !== undefined || !isLine || field.schema?.required === true) return [];
    return [{ span: { start: lines.startOf(line), end: lines.startOf(line + 1) }, text: '' }];
  });
}

/** The boxes of the objectives that are met; one without a box gets a mark. */
function checkedOff(document: IncidentDocument, met: readonly string[]): Edit[] {
  const { text, lines } = document;
  return readObjectives(document).flatMap(({ text: words, textSpan, met: known }): Edit[] => {
    if (known === true || !met.includes(words)) return [];
    const start = lines.startOf(lines.lineAt(textSpan.start));
    const box = text.slice(start, textSpan.start).lastIndexOf('[ ]');
    return box < 0
      ? [{ span: placeAt(textSpan.start), text: '✅ ' }]
      : [{ span: { start: start + box, end: start + box + 3 }, text: '[x]' }];
  });
}

function textField(label: string): FieldSchema {
  return { label, synonyms: [], type: 'text', required: false, values: [], style: 'bold-line', placeholder: '' };
}
