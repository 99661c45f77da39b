import { createRecall, type Recall } from '../text/recall.ts';
import { readMarkdown, type Markdown } from './markdown.ts';
import { rereadMarkdown } from './reparse.ts';

/** What is kept of one document from a reading to the next, so that only what has changed is read again. */
export interface Memory {
  /** The tree of a text. The tree that was asked for before must not be used any more: its nodes may have moved. */
  readonly markdown: (text: string) => Markdown;
  readonly recall: Recall;
  /** Parses the latest text as a whole: whether its tree, put together from parts, is the same. */
  readonly holds: () => boolean;
}

/** A memory of nothing yet. Several documents may share what they recall: much of what they say is said in all of them. */
export function createMemory(recall: Recall = createRecall()): Memory {
  let latest: Markdown | undefined;
  let whole: string | undefined;
  return {
    markdown(text) {
      if (!latest) whole = text;
      latest = latest ? rereadMarkdown(latest, text) : readMarkdown(text);
      return latest;
    },
    recall,
    holds() {
      if (!latest || latest.text === whole) return true;
      whole = latest.text;
      return JSON.stringify(readMarkdown(whole).tree) === JSON.stringify(latest.tree);
    },
  };
}
