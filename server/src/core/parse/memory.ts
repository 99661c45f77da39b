import { createLatest, type Latest } from '../text/latest.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { createRecall, roomOfAll, roomOfDocument, type Recall } from '../text/recall.ts';
import { createRecallEach, makeEach, type RecallEach } from '../text/recallEach.ts';
import { readMarkdown, type Markdown } from './markdown.ts';
import { rereadMarkdown } from './reparse.ts';
import { createSplitter, splitOnce, type Splitter } from './splitting.ts';

/** What is kept of one document from a reading to the next, so that only what has changed is read again. */
export interface Memory {
  /** The tree of a text. The tree that was asked for before must not be used any more: its nodes may have moved. */
  readonly markdown: (text: string) => Markdown;
  readonly lines: (text: string) => LineIndex;
  readonly recall: Recall;
  readonly each: RecallEach;
  readonly latest: Latest;
  /** Splits the latest text into its parts; those that stayed the same are known again. */
  readonly split: Splitter;
  /** Parses the latest text as a whole: whether its tree, put together from parts, is the same. */
  readonly holds: () => boolean;
}

/**
 * How long a text is, in UTF-16 units, of which it is known from the first reading on what its parts say. Most documents are
 * read once and never changed; to keep that for them takes room, and no less time than to find it out again.
 */
const worthwhile = 20_000;

/** A memory of nothing yet. Several documents may share what they recall: much of what they say is said in all of them. */
export function createMemory(shared: Recall = createRecall(roomOfAll)): Memory {
  const own = createRecall(roomOfDocument, shared);
  let isFirst = true;
  let latest: Markdown | undefined;
  let lines: LineIndex | undefined;
  let whole: string | undefined;
  const split = createSplitter();
  const each = createRecallEach();
  const latestMade = createLatest();
  return {
    markdown(text) {
      if (latest?.text === text) return latest;
      if (!latest) whole = text;
      isFirst = latest === undefined && text.length < worthwhile;
      latest = latest ? rereadMarkdown(latest, text) : readMarkdown(text);
      return latest;
    },
    lines: (text) => (lines = new LineIndex(text, lines)),
    recall(make, thing, ...besides) {
      if (typeof thing === 'string' && !isFirst) return own(make, thing, ...besides);
      return isFirst && isPart(thing) ? make(thing, ...besides) : shared(make, thing, ...besides);
    },
    each(make, things, ...besides) {
      return isFirst ? makeEach(make, things, ...besides) : each(make, things, ...besides);
    },
    latest(make, thing, on, ...besides) {
      return isFirst ? make(thing, on, ...besides) : latestMade(make, thing, on, ...besides);
    },
    split(blocks, title, latestText) {
      return isFirst ? splitOnce(blocks, title, latestText) : split(blocks, title, latestText);
    },
    holds() {
      if (!latest || latest.text === whole) return true;
      whole = latest.text;
      return JSON.stringify(readMarkdown(whole).tree) === JSON.stringify(latest.tree);
    },
  };
}

/** Whether a thing is a part of a tree. */
function isPart(thing: string | object): boolean {
  return typeof thing !== 'string' && 'position' in thing && 'type' in thing && thing.type !== 'root';
}
