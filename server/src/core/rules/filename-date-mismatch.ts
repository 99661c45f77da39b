import { dateField, headerField } from '../model/fields.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { dateFromPath, dateFromTitle, renamedTo } from '../model/timeline/documentDate.ts';
import type { CalendarDate } from '../model/timeline/timeline.ts';
import { readDate } from '../model/values/date.ts';
import { fileNameOf } from '../text/path.ts';
import type { IncidentDocument } from '../model/document.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A document whose file name says another day than the document itself. */
export const filenameDateMismatch = defineRule({
  id: 'filename-date-mismatch',
  kinds: ['incident', 'postmortem'],
  summary: "The date in the file's name is not the document's own.",
  level: 'information',
  fixable: true,
  *check(document) {
    const name = fileNameOf(document.path);
    const named = document.recall(dateFromPath, name);
    // Blogs put the day of publication into their files' names.
    const stated = named && !document.path.includes('/_posts/') ? statedDate(document) : undefined;
    if (!named || !stated) return;
    const day = isoDate(named);
    if (day === stated.iso || happenedOn(document, day)) return;
    const rename = renamedTo(name, stated.date);
    yield {
      span: stated.span,
      message: `The file is called "${name}", but this says ${stated.iso}; rename the file, or correct the date.`,
      ...(rename === undefined ? {} : { fix: { title: `Rename the file to "${rename}"`, edits: [], rename } }),
    };
  },
});

interface DocumentDate {
  readonly iso: string;
  readonly date: CalendarDate;
  readonly span: Span;
}

/** The date of the header, else that of the title. */
function statedDate({ fields, title }: IncidentDocument): DocumentDate | undefined {
  const field = dateField(fields) ?? headerField(fields, 'Started');
  if (field) {
    const iso = readDate(field.value)?.iso;
    const date = iso === undefined ? undefined : dateFromTitle(iso);
    return iso !== undefined && date ? { iso, date, span: field.valueSpan } : undefined;
  }
  const date = title && dateFromTitle(title.subject);
  return date && { iso: isoDate(date), date, span: title.subjectSpan };
}

/** An incident of several days may be filed under any of them. */
function happenedOn({ timeline }: IncidentDocument, day: string): boolean {
  return timeline?.entries.some((entry) => entry.day && isoDate(entry.day) === day) ?? false;
}
