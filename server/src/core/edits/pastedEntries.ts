import type { IncidentDocument } from '../model/document.ts';
import { readDocumentTimeline } from '../model/timeline/document.ts';
import { wallClockAt } from '../model/timeline/moment.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline } from '../parse/outline.ts';
import { applyEdits } from './apply.ts';
import { difference } from './difference.ts';
import type { Edit } from './edit.ts';
import { entryRunEdit } from './entryRun.ts';
import { draftOf } from './newDocument.ts';
import type { NewEntry } from './entryDraft.ts';
import { timelineEntryEdit } from './timelineEntry.ts';

/** Entries written into a document at once. */
export interface PastedEntries {
  readonly edits: readonly Edit[];
  /** How many entries are new: what the timeline has already is not written again. */
  readonly count: number;
  /** The zero-based line of the last entry once the edits are made. */
  readonly line: number;
}

/**
 * Words that were copied from elsewhere, as entries: messages of a chat and lines with times of their own keep them, other
 * words become one entry of `now`, in ms since 1970 UTC. Times without a day are of the day that `now` is in the zone, and
 * times without a zone are in it: whoever copies sees their own clock.
 */
export function readPasted(words: string, now: number, zone: string): readonly NewEntry[] {
  const wall = wallClockAt(now, zone);
  const text = `## Timeline (${zone})\n\n${fromChat(words) ?? words.trim()}\n`;
  const outline = buildOutline(parseMarkdown(text), text);
  const path = `/${wall ? isoDate(wall.date) : ''}.md`;
  const timeline = readDocumentTimeline({
    kind: 'incident',
    path,
    text,
    outline,
    fields: [],
    title: undefined,
    sections: [],
  });
  const found = (timeline?.entries ?? []).flatMap((entry): NewEntry[] =>
    entry.at === undefined || entry.text.trim() === '' ? [] : [{ at: entry.at, text: oneLine(entry.text) }],
  );
  const whole = oneLine(words);
  return found.length > 0 || whole === '' ? found : [{ at: now, text: whole }];
}

/** Writes entries into a document's timeline, each in its place and all as one edit. */
export async function pasteEntries(
  document: IncidentDocument,
  entries: readonly NewEntry[],
): Promise<PastedEntries | { readonly reason: string }> {
  const zone = document.timeline?.defaultZone;
  let current = document;
  let count = 0;
  let line = 0;
  let rest: readonly NewEntry[] = missingFrom(document, entries).toSorted((a, b) => a.at - b.at);
  for (let [entry] = rest; entry; [entry] = rest) {
    const run = entryRunEdit(current, rest);
    const made = run ?? timelineEntryEdit(current, entry);
    if ('reason' in made) return made;
    const written = run?.count ?? 1;
    count += written;
    rest = rest.slice(written);
    const edits = 'edit' in made ? [made.edit] : made.edits;
    current = await draftOf(applyEdits(current.text, edits), document.path, document.template, zone);
    line = 'edit' in made ? lineOfLast(current, made.edit) : made.entryLine;
  }
  if (count === 0) return { reason: 'The timeline has these entries already.' };
  return { edits: difference(document.text, current.text), count, line };
}

/** The entries that a document's timeline has not got, each once. */
function missingFrom({ timeline }: IncidentDocument, entries: readonly NewEntry[]): NewEntry[] {
  const known = new Set(
    (timeline?.entries ?? []).flatMap(({ at, text }) => (at === undefined ? [] : `${minuteOf(at)} ${oneLine(text)}`)),
  );
  return entries.filter(({ at, text }) => {
    const telling = `${minuteOf(at)} ${text}`;
    const isNew = !known.has(telling);
    known.add(telling);
    return isNew;
  });
}

/** The zero-based line of the last entry that an edit has written. */
function lineOfLast({ timeline, lines }: IncidentDocument, { span, text }: Edit): number {
  const last = timeline?.entries.findLast((entry) => entry.span.start < span.start + text.length);
  return lines.lineAt(last?.span.start ?? span.start);
}

/** A line with who wrote and when, as chats copy it: `Amina Diallo  2:31 PM`, `Wei Lin [14:35]`; the name may stand above. */
const messageHead =
  /^(?<name>\p{L}[^\d\n|>*:-]{0,48}?)?(?:\s*\bAPP\b)?\s*\[?(?<time>\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[AP]\.?M\.?)?)\]?$/iu;
/** A line that can be a name. */
const nameLine = /^\p{L}[^\n.,:;!?]{0,48}$/u;

/** Messages of a chat as a list of entries; undefined for words that are none. */
function fromChat(words: string): string | undefined {
  const messages: { readonly name: string; readonly time: string; readonly lines: string[] }[] = [];
  let above: string | undefined;
  for (const line of words.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const head = messageHead.exec(line);
    const time = head?.groups?.['time'];
    if (time === undefined) {
      messages.at(-1)?.lines.push(line);
      above = line;
      continue;
    }
    const own = head?.groups?.['name']?.trim();
    const name = own ?? (above !== undefined && nameLine.test(above) ? above : undefined);
    if (name === undefined) return undefined;
    // A name above its time has been taken for the end of the message before.
    if (own === undefined) messages.at(-1)?.lines.pop();
    messages.push({ name, time, lines: [] });
    above = undefined;
  }
  if (messages.length === 0) return undefined;
  return messages.map(({ name, time, lines }) => `- ${time} - ${name}: ${lines.join(' ')}`).join('\n');
}

function minuteOf(at: number): number {
  return Math.floor(at / 60_000);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
