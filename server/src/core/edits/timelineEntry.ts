import type { Edit } from './edit.ts';
import { applyEdits } from './apply.ts';
import { entryDraft, type EntryDraft, type EntryWish, type NewEntry } from './entryDraft.ts';
import { firstEntry } from './firstEntry.ts';
import { keepsTimeline, losesNone, type TimelineDocument } from './rereadTimeline.ts';

export interface InsertedEntry {
  readonly edits: readonly Edit[];
  /** The zero-based line on which the entry begins once the edits are made. */
  readonly entryLine: number;
  /** The end of the entry's words once the edits are made. */
  readonly caretOffset: number;
}

/** Ways to write the entry, plainest first; the first that leaves all other entries what they are is taken. */
const ways: readonly Omit<EntryWish, 'words' | 'at'>[] = [
  { dated: false, datesNext: false, guarded: false },
  { dated: true, datesNext: false, guarded: false },
  { dated: true, datesNext: true, guarded: false },
  { dated: false, datesNext: false, guarded: true },
  { dated: true, datesNext: false, guarded: true },
  { dated: true, datesNext: true, guarded: true },
];

/**
 * The edit that adds an entry to a document's timeline: in its place by time, in the form of its neighbours, in the zone of
 * the document. Where a time alone would be taken for another day, a date is written, by itself or in the stamp, in the
 * document's own form. A document without a timeline, and one whose timeline is HTML, is refused with the reason.
 */
export function timelineEntryEdit(
  document: TimelineDocument,
  entry: NewEntry,
): InsertedEntry | { readonly reason: string } {
  const { text, lines, timeline } = document;
  if (!timeline) return { reason: 'This document has no timeline; add a section "Timeline", then entries go there.' };
  if (timeline.entries.some(({ form }) => form === 'html')) {
    return { reason: 'This timeline is written in HTML; write the entry into it by hand, or turn it into a list.' };
  }
  // Behind a time a comma or semicolon may go on with the stamp: ", 5 pods" is meant as "5 pods".
  const words = entry.text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^[,;]\s*(?=\w)/, '');
  const { newline } = lines;
  const drafts: EntryDraft[] = [];
  for (const way of ways) {
    const wish = { ...way, at: entry.at, words: way.guarded ? onOneLine(words) : words };
    const draft = entryDraft(text, newline, timeline, wish) ?? firstEntry(document, timeline, wish);
    if (keepsTimeline(document, timeline, draft, wish)) return inserted(text, draft);
    drafts.push(draft);
  }
  // An entry that reads oddly can be mended by hand; one that spoils another can't be written.
  const harmless = drafts.find(({ edits }) => losesNone(document, edits));
  if (harmless) return inserted(text, harmless);
  return { reason: `The entry would spoil others of this timeline; write it into it by hand: ${onOneLine(words)}` };
}

/** Words that begin no block of their own, wherever they stand, and go on with no time before them. */
function onOneLine(words: string): string {
  return words
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^(?=[-+*=>#|<`~_.:])/, '\\')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

function inserted(text: string, { edits, entryStart, caret }: EntryDraft): InsertedEntry {
  const before = applyEdits(text, edits).slice(0, entryStart);
  return { edits, entryLine: before.split(/\r\n|\n|\r/).length - 1, caretOffset: caret };
}
