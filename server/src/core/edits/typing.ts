import { slice } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import type { IncidentDocument } from '../model/document.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import type { Edit } from './edit.ts';
import { isWrittenLive, typedEntry } from './typedEntry.ts';

/** A line that begins with a bullet, the last of several. */
const begunBullet = /(?:^|[\r\n])[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t][^\r\n]*$/;
/** A bullet and nothing more. */
const bullet = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/;

/**
 * What becomes of a timeline that is written as things happen once a space has been typed at the end of a line: a bullet
 * that begins the entry of now gets its stamp; any other line stays as it is. `now` is in ms since 1970 UTC.
 */
export function afterSpace(document: IncidentDocument, line: Span, now: number): readonly Edit[] {
  if (!bullet.test(slice(document.text, line)) || !isWrittenLive(document, now)) return [];
  return stamped(document, line, now);
}

/**
 * The same once Enter has begun a line below an entry: the list goes on with the entry of now, unless the entry above has a
 * stamp and no words yet: that one goes away, as an empty bullet does in a text processor.
 */
export function afterEnter(document: IncidentDocument, line: Span, now: number): readonly Edit[] {
  const typed = slice(document.text, line);
  if ((typed.trim() !== '' && !bullet.test(typed)) || !isWrittenLive(document, now)) return [];
  const above = entryAbove(document, line);
  if (above?.form !== 'bullet') return [];
  const start = document.lines.startOf(document.lines.lineAt(above.span.start));
  const hasWords = above.textSpan.start < above.textSpan.end;
  return hasWords ? stamped(document, line, now) : [{ span: { start, end: line.end }, text: '' }];
}

/** The entry that ends on the line above. */
function entryAbove({ lines, timeline }: IncidentDocument, line: Span): TimelineEntry | undefined {
  const number = lines.lineAt(line.start) - 1;
  return timeline?.entries.find(({ span }) => lines.lineAt(span.end) === number);
}

/** The edits that stamp a line; they leave its end alone, where the caret is. */
function stamped(document: IncidentDocument, line: Span, now: number): readonly Edit[] {
  const entry = typedEntry(document, line, now);
  if (!entry || entry.behind !== '' || !begunBullet.test(entry.before)) return [];
  const { gap, before } = entry;
  const same = sharedEnd(slice(document.text, line), before);
  const stamp = { span: { start: line.start, end: line.end - same }, text: before.slice(0, before.length - same) };
  return gap ? [gap, stamp] : [stamp];
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
