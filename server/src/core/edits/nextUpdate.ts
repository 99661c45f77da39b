import type { IncidentDocument } from '../model/document.ts';
import { dayAt, promisedUpdate, type StatedMoment } from '../model/incident/moments.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import { zoneOfTimes } from '../model/timeline/timeline.ts';
import type { FieldSchema } from '../schema/template.ts';
import { slice } from '../text/slice.ts';
import type { Edit } from './edit.ts';
import { setField } from './setField.ts';
import { stampLike } from './stampForm.ts';

/**
 * Promises the next update for a moment, in ms since 1970 UTC: in the form of the promise that is there, else written out in
 * the timeline's zone. Undefined where nothing would change, or where the document has no place for it.
 */
export function promiseUpdate(document: IncidentDocument, at: number): Edit | undefined {
  const promised = promisedUpdate(document, dayAt(at));
  if (promised) return moveMoment(document, promised.moment, at);
  const value = momentInWords(document, at);
  return value === undefined ? undefined : setField(document, nextUpdate, value);
}

/** A moment at another time, written as it was; undefined where that is the same. */
export function moveMoment({ text }: IncidentDocument, { stamp, zone }: StatedMoment, at: number): Edit | undefined {
  const content = wallClockAt(at, zone);
  if (!content) return undefined;
  const habits = { dayFirst: true, bareHours: false, halfDays: false };
  const written = stampLike(text, stamp, content, habits);
  return slice(text, stamp.span) === written ? undefined : { span: stamp.span, text: written };
}

/** `2024-01-15 14:23 UTC`, in the zone of the document's timeline; undefined for a zone that nobody knows. */
export function momentInWords({ timeline }: IncidentDocument, at: number): string | undefined {
  const zone = zoneOfTimes(timeline);
  const wall = wallClockAt(at, zone);
  if (!wall) return undefined;
  const name = timeline?.zone?.id ? timeline.zone.name : zone;
  return `${isoDate(wall.date)} ${two(wall.time.hour)}:${two(wall.time.minute)} ${name}`;
}

/** What a template without the field would say of it. */
const nextUpdate: FieldSchema = {
  label: 'Next Update',
  synonyms: [],
  type: 'date-time',
  required: false,
  values: [],
  style: 'bold-line',
  placeholder: '',
};

function two(value: number): string {
  return String(value).padStart(2, '0');
}
