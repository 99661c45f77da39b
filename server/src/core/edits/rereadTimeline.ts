import type { IncidentDocument } from '../model/document.ts';
import { readDocumentTimeline } from '../model/timeline/document.ts';
import type { Timeline, TimelineEntry } from '../model/timeline/timeline.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline } from '../parse/outline.ts';
import { splitOnce } from '../parse/splitting.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { contains, type Span } from '../text/span.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './edit.ts';
import type { EntryDraft, EntryWish, NewEntry } from './entryDraft.ts';

/** What of a document a timeline's edit depends on. */
export type TimelineDocument = Pick<
  IncidentDocument,
  'kind' | 'path' | 'text' | 'lines' | 'outline' | 'fields' | 'title' | 'timeline' | 'alignment'
>;

/** Whether the document, once a draft is written, has the new entry with moment and words, and all others as they were. */
export function keepsTimeline(
  document: TimelineDocument,
  before: Timeline,
  draft: EntryDraft,
  { at, words }: EntryWish,
): boolean {
  const after = reread(document, applyEdits(document.text, draft.edits));
  if (!after || after.unread.length > before.unread.length) return false;
  const place = { start: draft.entryStart, end: draft.entryStart };
  const added = after.entries.findLast(({ span }) => contains(span, place));
  if (!added || !says(added, at, words)) return false;
  return keepsOthers(before, after, [added]);
}

/** As `keepsTimeline`, for entries that one edit writes in one place, in the order of their times. */
export function keepsRun(
  document: TimelineDocument,
  before: Timeline,
  { span, text }: Edit,
  wishes: readonly Pick<NewEntry, 'at' | 'text'>[],
): boolean {
  const after = reread(document, applyEdits(document.text, [{ span, text }]));
  if (!after || after.unread.length > before.unread.length) return false;
  const end = span.start + text.length;
  const added = after.entries.filter((entry) => entry.span.start >= span.start && entry.span.start < end);
  const areSo =
    added.length === wishes.length &&
    added.every((entry, index) => {
      const wish = wishes[index];
      return wish !== undefined && says(entry, wish.at, wish.text.trim());
    });
  return areSo && keepsOthers(before, after, added);
}

function says({ at, text }: TimelineEntry, moment: number, words: string): boolean {
  if (at === undefined || Math.floor(at / 60_000) !== Math.floor(moment / 60_000)) return false;
  const [told, wanted] = [bare(text), bare(words.split(/\r\n?|\n/, 1)[0] ?? '')];
  // Marks that are no words may be taken for those that part the stamp from them.
  return told.startsWith(wanted) || (!/[\p{L}\p{N}]/u.test(wanted) && wanted.endsWith(told));
}

/** Whether all other entries have stayed what they were. */
function keepsOthers(before: Timeline, after: Timeline, added: readonly TimelineEntry[]): boolean {
  const others = after.entries.filter((entry) => !added.includes(entry));
  return (
    others.length === before.entries.length &&
    others.every((entry, index) => entry.at === before.entries[index]?.at && sameDay(entry, before.entries[index]))
  );
}

/** Whether a document has the same entries, in whatever order, once edits are made. */
export function keepsEntries(document: TimelineDocument, edits: readonly Edit[]): boolean {
  const before = tellings(document.timeline);
  const after = tellings(reread(document, applyEdits(document.text, edits)));
  return after.length === before.length && after.every((entry, index) => entry === before[index]);
}

/** Whether each entry still stands in its order with its moment and its words once edits are made, which may have added to what an entry tells. */
export function keepsMoments(document: TimelineDocument, edits: readonly Edit[]): boolean {
  const before = document.timeline;
  const after = reread(document, applyEdits(document.text, edits));
  if (!before || !after || after.unread.length > before.unread.length) return false;
  return (
    after.entries.length === before.entries.length &&
    after.entries.every((entry, index) => {
      const old = before.entries[index];
      return (
        old !== undefined && entry.at === old.at && bare(entry.text).startsWith(bare(old.text)) && sameDay(entry, old)
      );
    })
  );
}

/** Whether a document has all its entries still once edits are made, whatever is there besides. */
export function losesNone(document: TimelineDocument, edits: readonly Edit[]): boolean {
  const after = tellings(reread(document, applyEdits(document.text, edits)));
  return tellings(document.timeline).every((entry) => {
    const place = after.indexOf(entry);
    if (place >= 0) after.splice(place, 1);
    return place >= 0;
  });
}

/** What the entries say, in an order that does not depend on their places. */
function tellings(timeline: Timeline | undefined): string[] {
  const entries = timeline?.entries ?? [];
  return entries
    .map(({ at, day, nominal, stamp, text }) =>
      [at ?? '', day?.day ?? nominal?.day ?? '', stamp.time?.minute ?? '', bare(text)].join(' '),
    )
    .toSorted();
}

/** Words without white space and the signs that keep them in their place. */
function bare(words: string): string {
  return words.replace(/<br\s*\/?>|[\\\s>]+/gi, '');
}

function sameDay(a: TimelineEntry, b: TimelineEntry | undefined): boolean {
  return a.day?.day === b?.day?.day && a.day?.month === b?.day?.month;
}

/** A document as its timeline has it once other words are taken out of it, which belong to no entry. */
export function without(document: TimelineDocument, words: Span): TimelineDocument {
  if (words.start === words.end) return document;
  const text = applyEdits(document.text, [{ span: words, text: '' }]);
  const { timeline, outline } = read(document, text);
  return { ...document, text, lines: new LineIndex(text), outline, timeline };
}

/** The timeline that another text of the same document has; its sections are those with the same headings. */
function reread(document: TimelineDocument, text: string): Timeline | undefined {
  return read(document, text).timeline;
}

function read(
  { kind, path, fields, title, alignment, outline: before, timeline: current }: TimelineDocument,
  text: string,
): Pick<TimelineDocument, 'timeline' | 'outline'> {
  const outline = buildOutline(parseMarkdown(text), text, splitOnce, before.standIns);
  const known = alignment.matches.filter(({ schema }) => schema.role === 'timeline').map(({ section }) => section);
  const sections = outline.allSections.filter(({ heading }) =>
    known.some((section) => section.heading.span.start === heading.span.start),
  );
  const defaultZone = current?.defaultZone;
  const timeline = readDocumentTimeline({
    kind,
    path,
    text,
    outline,
    fields,
    title: title?.subject,
    sections,
    defaultZone,
  });
  return { timeline, outline };
}
