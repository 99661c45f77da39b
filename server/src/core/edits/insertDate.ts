import type { IncidentDocument } from '../model/document.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import type { CalendarDate, Timeline, TimelineEntry } from '../model/timeline/timeline.ts';
import { slice } from '../text/slice.ts';
import { at } from '../text/span.ts';
import type { Edit } from './edit.ts';
import { dateLineLike, datePrefix, modelDate, writesDayFirst } from './dateForm.ts';

/**
 * Says above an entry on which day it and those below it happened: as a heading where the timeline has its dates as
 * headings, or has none and is a plain list; else in front of the entry's own time.
 */
export function insertDate(
  document: IncidentDocument,
  timeline: Timeline,
  entry: TimelineEntry,
  day: CalendarDate,
): Edit {
  const { text, lines, outline } = document;
  const model = modelDate(timeline, entry);
  const anchor = outline.allSections.find(({ heading }) => heading.span.start === timeline.anchor.start)?.heading;
  const lineNumber = lines.lineAt(entry.span.start);
  const lineStart = lines.startOf(lineNumber);
  const outermost = lineStart === entry.span.start && (entry.form === 'bullet' || entry.form === 'paragraph');
  const dayFirst = document.recall(dayFirstOf, document);
  let line: string | undefined;
  if (model?.form === 'heading') line = dateLineLike(text, model, day, dayFirst);
  else if (!model && anchor && anchor.level < 6) line = `${'#'.repeat(anchor.level + 1)} ${isoDate(day)}`;
  if (!outermost || line === undefined) {
    return { span: at(entry.stamp.span.start), text: `${datePrefix(text, timeline, day, dayFirst)} ` };
  }
  const isBlank = lineNumber > 1 && /^[ \t]*$/.test(slice(text, lines.contentSpan(lineNumber - 1)));
  const blankAbove = isBlank ? '' : lines.newline;
  return { span: at(lineStart), text: `${blankAbove}${line}${lines.newline}${lines.newline}` };
}

function dayFirstOf({ text, timeline }: IncidentDocument): boolean {
  return timeline === undefined || writesDayFirst(text, timeline);
}
