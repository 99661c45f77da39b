import type { Edit } from '../edits/edit.ts';
import { insertFieldBeside, placeOfField } from '../edits/insertField.ts';
import type { Field, IncidentDocument } from '../model/document.ts';
import { headerField } from '../model/fields.ts';
import { incidentSeverity, isLive } from '../model/incident/live.ts';
import { statedMoment } from '../model/incident/moments.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { formatDuration } from '../model/values/duration.ts';
import type { FieldSchema } from '../schema/template.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;

/** A live incident that does not say when stakeholders hear next. */
export const nextUpdateMissing = defineRule({
  id: 'next-update-missing',
  kinds: ['incident'],
  summary: 'Nothing says when the stakeholders hear next.',
  level: 'information',
  fixable: true,
  *check(document, { clock, configuration }) {
    if (!isLive(document) || document.likeness === 'distant') return;
    const { now } = clock;
    const severity = incidentSeverity(document, configuration.severities);
    const status = headerField(document.fields, 'Status');
    const field = headerField(document.fields, 'Next Update');
    if (!severity || !status || (field && statedMoment(document, field, now))) return;
    const zone = document.timeline?.zone;
    const value = momentText(now + severity.updateEvery * minuteMs, zone?.id ?? 'UTC', zone?.id ? zone.name : 'UTC');
    const edit = value === undefined ? undefined : stated(document, value, field, status);
    yield {
      span: field?.labelSpan ?? status.labelSpan,
      message: `Nothing says when the stakeholders hear next; state a "Next Update", which for ${severity.name} is within ${formatDuration(severity.updateEvery)}.`,
      // A promise is for somebody to make.
      ...(value !== undefined && edit
        ? { fix: { title: `Promise the next update for ${value}`, edits: [edit], onRequest: true } }
        : {}),
    };
  },
});

function stated(document: IncidentDocument, value: string, field: Field | undefined, status: Field): Edit | undefined {
  const { template, fields, text } = document;
  if (field)
    return { span: field.valueSpan, text: /\s/.test(text[field.valueSpan.start - 1] ?? '') ? value : ` ${value}` };
  const own = template.fields.find(({ label }) => label === 'Next Update');
  const schema: FieldSchema = { ...(own ?? nextUpdate), placeholder: value };
  const place =
    own &&
    placeOfField(
      own,
      template.fields,
      fields.filter(({ section }) => section === undefined),
    );
  return insertFieldBeside(document, schema, place ?? { neighbour: status, side: 'after' });
}

const nextUpdate: FieldSchema = {
  label: 'Next Update',
  synonyms: [],
  type: 'date-time',
  required: false,
  values: [],
  style: 'bold-line',
  placeholder: '',
};

/** `2024-01-15 14:23 UTC` */
function momentText(at: number, zone: string, name: string): string | undefined {
  const wall = wallClockAt(at, zone);
  if (!wall) return undefined;
  return `${isoDate(wall.date)} ${two(wall.time.hour)}:${two(wall.time.minute)} ${name}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
