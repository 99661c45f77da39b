import type { IncidentDocument } from '../../model/document.ts';
import { entriesByTime, entriesInOrder } from '../../model/incident/moments.ts';
import { isoDate } from '../../model/timeline/calendar.ts';
import { momentOf, wallClockAt } from '../../model/timeline/moment.ts';
import { zoneOfTimes, type Timeline, type TimelineEntry } from '../../model/timeline/timeline.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import type { Template } from '../../schema/template.ts';
import { slice, trimmed } from '../../text/slice.ts';
import { at, type Span } from '../../text/span.ts';
import { applyEdits } from '../apply.ts';
import { entryRunEdit } from '../entryRun.ts';
import { draftOf } from '../newDocument.ts';
import { cellsOf } from '../rowForm.ts';
import { timelineEntryEdit } from '../timelineEntry.ts';
import { carried } from './carried.ts';

/** A postmortem that is being written: its text, its place and its template. */
export interface Sheet {
  readonly text: string;
  readonly path: string;
  readonly folder: string;
  readonly template: Template;
}

/**
 * The text of a postmortem with an incident's timeline in it, in the template's own form and zone. Entries keep their words,
 * so that they stand for the same milestones, and what stands below them; those whose time nobody can tell come last, as
 * they are written.
 */
export async function withTimeline(sheet: Sheet, incident: IncidentDocument): Promise<string> {
  const { path, folder, template } = sheet;
  const zone = incident.timeline?.defaultZone;
  const timed = entriesByTime(incident);
  const unread = incident.timeline?.unread ?? [];
  const left: Span[] = [...entriesInOrder(incident).filter((entry) => entry.at === undefined), ...unread].map(
    ({ span }) => span,
  );
  const first = timed[0];
  if (!first && left.length === 0) return sheet.text;
  const blank = await draftOf(sheet.text, path, template, zone);
  if (!blank.timeline && sectionsOfRole(blank.alignment, 'timeline').length === 0) return sheet.text;

  const opened = first && begun(blank, first.at, told(incident, first, blank, folder));
  let text = opened ?? sheet.text;
  let rest = opened === undefined ? timed : timed.slice(1);
  for (let [entry] = rest; entry; [entry] = rest) {
    const draft = await draftOf(text, path, template, zone);
    const wishes = rest.map((each) => ({ at: each.at, text: told(incident, each, draft, folder) }));
    const run = entryRunEdit(draft, wishes);
    rest = rest.slice(run?.count ?? 1);
    const made = run ?? timelineEntryEdit(draft, { at: entry.at, text: told(incident, entry, draft, folder) });
    if ('reason' in made) left.push(entry.span);
    else text = applyEdits(text, 'edit' in made ? [made.edit] : made.edits);
  }
  text = await withoutBlanks({ ...sheet, text });
  return left.length === 0 ? text : withRest({ ...sheet, text }, incident, left, timed.length > 0);
}

/**
 * A text whose template has the day above its entries (`### YYYY-MM-DD`), with that day and the first entry written in: a day
 * without entries would be taken for one. Undefined for a template of another form.
 */
function begun(
  { text, lines, alignment, timeline }: IncidentDocument,
  moment: number,
  words: string,
): string | undefined {
  const wall = wallClockAt(moment, zoneOfTimes(timeline));
  const [section] = sectionsOfRole(alignment, 'timeline');
  const span = section && trimmed(text, section.span);
  if (!wall || !span) return undefined;
  const within = slice(text, span);
  const days = [...within.matchAll(/^(?!.*HH:MM).*(?<day>YYYY-MM-DD)/gim)];
  const stub = /^(?<mark>[ \t]*(?:[-*+]|\d+[.)])[ \t]+)(?<lead>[^\w\n]*)HH:MM(?<gap>[^\w\n[]*).*$/im.exec(within);
  if (days.length === 0 || !stub) return undefined;
  const { mark = '', lead = '', gap = '' } = stub.groups ?? {};
  const { hour, minute } = wall.time;
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const below = lines.newline + ' '.repeat(mark.length);
  const edits = days.map(({ index, 0: line }) => {
    const start = span.start + index + line.lastIndexOf('YYYY-MM-DD');
    return { span: { start, end: start + 'YYYY-MM-DD'.length }, text: isoDate(wall.date) };
  });
  const start = span.start + stub.index;
  const entry = {
    span: { start, end: start + stub[0].length },
    text: mark + lead + clock + gap + words.split('\n').join(below),
  };
  return applyEdits(
    text,
    [...edits, entry].toSorted((x, y) => x.span.start - y.span.start),
  );
}

/** What an entry says, with what stands below it and where its links lead. */
function told(incident: IncidentDocument, entry: TimelineEntry, draft: IncidentDocument, folder: string): string {
  const { stamp, textSpan, span, form } = entry;
  const isRow = form === 'table-row';
  const until = isRow || form === 'html' ? textSpan.end : Math.max(textSpan.end, span.end);
  const isBehind = textSpan.start >= stamp.span.start;
  const piece = isBehind ? { start: textSpan.start, end: until } : textSpan;
  const words = outdented(carried(incident, piece, folder).trim());
  const remark = [
    stamp.approximate ? 'about' : '',
    stamp.until ? `until ${untilIn(entry, incident.timeline, draft.timeline)}` : '',
    ...(isRow ? otherCells(incident, entry, folder) : []),
  ].filter((part) => part !== '');
  const [head = '', ...below] = words.split('\n');
  const line = remark.length === 0 ? head : `${head} (${remark.join(', ')})`;
  const whole = [line, ...below].join('\n');
  return isTable(draft) ? withoutFences(whole) : whole;
}

function untilIn(entry: TimelineEntry, from: Timeline | undefined, to: Timeline | undefined): string {
  const { until, zone } = entry.stamp;
  if (!until) return '';
  const own = zone?.id ?? zoneOfTimes(from);
  const moment = entry.day && momentOf(entry.day, until, own);
  const wall = moment === undefined ? undefined : wallClockAt(moment, zoneOfTimes(to));
  const { hour, minute } = wall?.time ?? until;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The cells of a row that are neither its time nor its words. */
function otherCells(incident: IncidentDocument, { span, stamp, textSpan }: TimelineEntry, folder: string): string[] {
  const row = slice(incident.text, span);
  return cellsOf(row).flatMap((cell) => {
    const inner = trimmed(row, cell);
    const place = { start: span.start + inner.start, end: span.start + inner.end };
    const isKnown = [stamp.span, textSpan].some((known) => place.start < known.end && known.start < place.end);
    return isKnown || !/[\p{L}\p{N}]/u.test(slice(row, inner)) ? [] : [carried(incident, place, folder)];
  });
}

function isTable({ text, timeline }: IncidentDocument): boolean {
  const [blank] = timeline?.blanks ?? [];
  return (
    timeline?.entries.some(({ form }) => form === 'table-row') || (blank !== undefined && text[blank.start] === '|')
  );
}

/** Blocks of code as lines of code: a cell of a table holds no block. */
function withoutFences(words: string): string {
  return words.replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n[ \t]*\1[ \t]*$/gm, (_, __, code: string) =>
    code
      .split('\n')
      .map((line) => `\`${line.trim()}\``)
      .join('\n'),
  );
}

/** Lines below the first without the indentation that they share. */
function outdented(words: string): string {
  const [head = '', ...rest] = words.split(/\r?\n/);
  const widths = rest.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...widths, Number.MAX_SAFE_INTEGER);
  return [head, ...rest.map((line) => line.slice(shared))].join('\n');
}

/** The text without entries of the template that are left over. */
async function withoutBlanks({ text, path, template }: Sheet): Promise<string> {
  const { timeline, lines } = await draftOf(text, path, template);
  const edits = (timeline?.blanks ?? []).map(({ start, end }) => {
    const last = lines.lineAt(Math.max(start, end - 1));
    const next = lines.contentSpan(last).end + lines.newline.length;
    return { span: { start: lines.startOf(lines.lineAt(start)), end: Math.min(text.length, next) }, text: '' };
  });
  return applyEdits(text, edits);
}

/** The entries that have no known time, as they are written, below the others. */
async function withRest(
  { text, path, folder, template }: Sheet,
  incident: IncidentDocument,
  left: readonly Span[],
  hasOthers: boolean,
): Promise<string> {
  const { alignment, lines } = await draftOf(text, path, template);
  const [section] = sectionsOfRole(alignment, 'timeline');
  if (!section) return text;
  const items = left
    .toSorted((a, b) => a.start - b.start)
    .map((span) => {
      const words = outdented(carried(incident, span, folder).trim());
      const bare = words.startsWith('|')
        ? cellsOf(words)
            .map((cell) => slice(words, cell).trim())
            .filter((cell) => cell !== '')
            .join(' - ')
        : words.replace(/^(?:[-*+]|\d+[.)])\s+/, '').replace(/^#+\s+/, '');
      return `- ${bare.split('\n').join('\n  ')}`;
    });
  const lead = hasOthers ? ['As the incident document has them, their time unknown:', ''] : [];
  const end = Math.max(section.heading.span.end, trimmed(text, section.span).end);
  const written = ['', '', ...lead, ...items].join('\n').replaceAll('\n', lines.newline);
  return applyEdits(text, [{ span: at(end), text: written }]);
}
