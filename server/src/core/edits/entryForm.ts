import type { TimelineEntry } from '../model/timeline/timeline.ts';

/** A new entry as text, and where in it a person goes on writing. */
export interface EntryText {
  readonly text: string;
  /** The end of the words, as an offset into the text. */
  readonly caret: number;
}

/** How an entry that is there is written around its stamp. */
interface Surroundings {
  readonly before: string;
  readonly between: string;
  readonly behind: string;
  /** Whether the words come first: `First detected: 2023-07-25 14:05`. */
  readonly wordsFirst: boolean;
}

const marker = /^(?:[-*+]|\d+[.)])[ \t]+/;
const approximate = /(?:~|≈|±|\b(?:approx(?:\.|imately)?|around|about|circa|ca?\.|roughly)\s+)/gi;
const emoji = /(?:\p{Extended_Pictographic}\uFE0F?|:[a-z_]{3,30}:)\s*/gu;
const closingMarks = /^[*_`\])}]*/;

/**
 * An entry in the form of one that is there, with another stamp and other words; not for rows of tables. `guarded` puts
 * the stamp in front and a sign behind it, even where the model has neither: words like "MT is back" would join the stamp.
 */
export function entryLike(
  text: string,
  model: TimelineEntry,
  stamp: string,
  words: string,
  newline: string,
  guarded: boolean,
): EntryText {
  const { before, between, behind, wordsFirst } = surroundingsOf(text, model, guarded);
  const start = nextNumber(before);
  if (wordsFirst) {
    const line = words.replace(/\s*\n\s*/g, ' ');
    return { text: start + line + between + stamp + behind, caret: start.length + line.length };
  }
  const lead = start + stamp + between;
  const told = lead + wordsLike(text, model, words, newline, between);
  return { text: told, caret: told.length };
}

function surroundingsOf(text: string, { span, stamp, textSpan, form }: TimelineEntry, guarded: boolean): Surroundings {
  const wordsFirst = textSpan.end <= stamp.span.start && textSpan.start < textSpan.end;
  const written = text.slice(span.start, span.end);
  if (wordsFirst && guarded) {
    return { before: marker.exec(written)?.[0] ?? '', between: ': ', behind: '', wordsFirst: false };
  }
  if (wordsFirst) {
    return {
      before: text.slice(span.start, textSpan.start),
      between: text.slice(textSpan.end, stamp.span.start).replace(approximate, ''),
      behind: closingMarks.exec(text.slice(stamp.span.end, span.end))?.[0] ?? '',
      wordsFirst,
    };
  }
  let before = text.slice(span.start, stamp.span.start).replace(approximate, '').replace(emoji, '');
  let between = text.slice(stamp.span.end, Math.max(stamp.span.end, textSpan.start));
  if (between.startsWith('](') && before.endsWith('[')) {
    // The address behind a linked stamp belongs to another entry.
    before = before.slice(0, -1);
    between = between.replace(/^\]\([^)]*\)/, '');
  }
  between = between.replace(/\s?\([^()]*\d[^()]*\)|\s?\/\s?\d{1,2}[:.]\d{2}[^-–—:]*/g, '');
  const plain = /^[^\p{L}\p{N}]*$/u.test(between) && (form !== 'bullet' || !between.includes('\n'));
  if (!plain) between = `${closingMarks.exec(between)?.[0] ?? ''} - `;
  if (guarded && !between.includes('\n')) between = `${closingMarks.exec(between)?.[0] ?? ''}: `;
  return { before, between: between === '' ? ' ' : between, behind: '', wordsFirst };
}

/** A numbered bullet takes the next number. */
function nextNumber(before: string): string {
  return before.replace(/^\d+(?=[.)]\s)/, (number) => String(Number(number) + 1));
}

/** Words of several lines, so that all of them stay with the entry. */
function wordsLike(
  text: string,
  { span, form }: TimelineEntry,
  words: string,
  newline: string,
  between: string,
): string {
  const lines = words.split('\n');
  if (lines.length === 1) return words;
  if (form === 'heading') {
    const [first = '', ...rest] = lines;
    return between.includes('\n') ? lines.join(newline) : [first, '', ...rest].join(newline);
  }
  if (form === 'paragraph') return lines.filter((line) => line.trim() !== '').join(newline);
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, span.start))?.[0] ?? '';
  const width = marker.exec(text.slice(span.start, span.end))?.[0].length ?? 2;
  return lines
    .map((line, index) => (index === 0 || line.trim() === '' ? line : indent + ' '.repeat(width) + line))
    .join(newline);
}
