import { isoDate } from '../model/timeline/calendar.ts';
import type { CalendarDate, Timeline, TimelineDate, TimelineEntry } from '../model/timeline/timeline.ts';
import { dateAt } from '../model/timeline/writtenDate.ts';
import { cellsOf } from './rowForm.ts';
import { dateLike } from './stampForm.ts';

/** Another date by itself in the form of one that is there: `### 2024-01-17`, `_1/17/24_`, `- **Jan 17**`. */
export function dateLineLike(text: string, model: TimelineDate, day: CalendarDate, dayFirst: boolean): string {
  const written = dateAt(text, model.dateSpan.start, model.dateSpan.end);
  const date = written ? dateLike(text, written, day, dayFirst) : isoDate(day);
  const before = text.slice(model.span.start, model.dateSpan.start);
  const lineEnd = text.indexOf('\n', model.dateSpan.end);
  const rest = text.slice(model.dateSpan.end, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  if (model.form === 'table-row') return before + date + emptied(rest);
  return before + date + (/^[*_`\])}:]*/.exec(rest)?.[0] ?? '');
}

/** The rest of a row with its cells empty. */
function emptied(rest: string): string {
  const [first, ...cells] = cellsOf(rest);
  if (!first) return rest;
  const closing = /^[*_`\])}]*/.exec(rest)?.[0] ?? '';
  return `${closing} |${cells.map(({ start, end }) => `${' '.repeat(Math.max(1, end - start))}|`).join('')}`;
}

/** A date in front of a time, as the timeline writes dates elsewhere; else as `2024-01-17`. */
export function datePrefix(text: string, timeline: Timeline, day: CalendarDate, dayFirst: boolean): string {
  const model = timeline.entries.find(({ stamp }) => stamp.date && stamp.time)?.stamp.span;
  const written = model && dateAt(text, model.start, model.end);
  return written && !written.short ? dateLike(text, written, day, dayFirst) : isoDate(day);
}

/** Whether `05/06` is the fifth of June in this timeline: what its dates show. */
export function writesDayFirst(text: string, timeline: Timeline): boolean {
  const dated = [
    ...timeline.entries.flatMap(({ stamp }) => (stamp.date ? [{ span: stamp.span, day: stamp.date }] : [])),
    ...timeline.dates.map(({ dateSpan, day }) => ({ span: dateSpan, day })),
  ];
  for (const { span, day } of dated) {
    const numbers = dateAt(text, span.start, span.end)?.numbers;
    if (numbers && day.day !== day.month) return numbers[0] === day.day;
  }
  return true;
}

/** The nearest date by itself that can serve as a model for another one. */
export function modelDate(timeline: Timeline, near: TimelineEntry | undefined): TimelineDate | undefined {
  const before = timeline.dates.findLast(({ dateSpan }) => near && dateSpan.end <= near.stamp.span.start);
  return before ?? timeline.dates[0];
}
