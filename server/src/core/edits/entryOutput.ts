import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { at } from '../text/span.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './edit.ts';
import { keepsMoments, type TimelineDocument } from './rereadTimeline.ts';

/** What a program has written, and the entry that tells of it. */
export interface EntryOutput {
  /** The entry's words as they were written; of several alike the last is meant. */
  readonly words: string;
  readonly output: string;
}

/** An edit, and where what it brings begins and ends once it is made. */
export interface InsertedOutput {
  readonly edits: readonly Edit[];
  readonly start: number;
  readonly end: number;
}

/**
 * The edit that puts a program's output below a timeline's entry, in a fence that is longer than any in it: nested into a
 * bullet, below a heading, and behind a table or lines that can't hold a block. Refused where the timeline would not be read
 * as before.
 */
export function entryOutputEdit(
  document: TimelineDocument,
  { words, output }: EntryOutput,
): InsertedOutput | { readonly reason: string } {
  const { timeline, text } = document;
  const entry = timeline?.entries.findLast((candidate) => same(candidate.text).startsWith(same(words)));
  if (!timeline || !entry)
    return { reason: 'The entry that this output belongs to is not in the timeline any more; add the step again.' };
  const last = timeline.entries.findLast(({ region }) => region === entry.region) ?? entry;
  const ways = [
    ...(entry.form === 'bullet' ? [nested(document, entry, output)] : []),
    ...(entry.form === 'heading' || entry.form === 'paragraph' ? [behind(document, entry, output)] : []),
    ...(entry.form === 'html' ? [] : [behind(document, last, output, `Output of "${plain(words)}":`)]),
  ];
  const edit = ways.find((way) => keepsMoments(document, [way]));
  if (!edit) return { reason: 'The output would spoil this timeline, so it is left out; copy it from its preview.' };
  const start = edit.span.start + (/^\s*/.exec(edit.text)?.[0].length ?? 0);
  const end = edit.span.start + edit.text.trimEnd().length;
  const made = applyEdits(text, [edit]);
  return { edits: [edit], start: Math.min(start, made.length), end: Math.min(end, made.length) };
}

/** A program's output as a Markdown block: a fence longer than any run of backticks that it holds. */
export function fenced(output: string): readonly string[] {
  const runs = output.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [`${fence}text`, ...output.replace(/\n+$/, '').split('\n'), fence];
}

function nested({ text, lines }: TimelineDocument, { span }: TimelineEntry, output: string): Edit {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(lineStart, span.start).replace(/[^\s>]/g, ' ');
  const marker = /^(?:[-*+]|\d+[.)])[ \t]+/.exec(text.slice(span.start, span.end))?.[0] ?? '- ';
  const indent = before + ' '.repeat(marker.length);
  const block = fenced(output).map((line) => (line === '' ? before.trimEnd() : indent + line));
  return { span: at(span.end), text: lines.newline + block.join(lines.newline) };
}

function behind({ text, lines }: TimelineDocument, { span }: TimelineEntry, output: string, lead?: string): Edit {
  const { newline } = lines;
  // What follows in the same line, such as a row's last pipe, stays with the entry.
  const lineEnd = text.slice(span.end).search(/\r?\n|$/) + span.end;
  const block = [...(lead === undefined ? [] : [lead, '']), ...fenced(output)].join(newline);
  const rest = text.slice(lineEnd);
  const gap = /^(?:\r?\n){2}|^\s*$/.test(rest) ? '' : newline;
  return { span: at(lineEnd), text: newline.repeat(2) + block + gap };
}

/** Words without what Markdown or a table adds to them. */
function same(words: string): string {
  return words.replace(/[\\\s]+/g, '');
}

/** An entry's words without links and signs. */
function plain(words: string): string {
  return words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[\\`*_"]/g, '')
    .trim();
}
