import type { Heading as HeadingNode, RootContent } from 'mdast';
import { firstThat } from '../text/ordered.ts';
import { commonEnds } from '../text/recallEach.ts';
import { spanOf } from './markdown.ts';
import { canReplace, isElsewhere, nest, replace } from './nesting.ts';
import { moveSpans } from './partReader.ts';
import { headPart, sectionPart, type OpenSection, type Part, type SectionPart } from './parts.ts';

/** A document in its parts. */
export interface Split {
  /** What stands before the first section. */
  readonly head: Part;
  readonly parts: readonly SectionPart[];
  /** The sections of the parts. */
  readonly all: readonly OpenSection[];
  /** Those that no other section holds. */
  readonly top: OpenSection[];
}

/** Splits blocks at their headings, of which one may be the title. */
export type Splitter = (blocks: readonly RootContent[], title: HeadingNode | undefined, text: string) => Split;

/** For a text that is read once. */
export const splitOnce: Splitter = (blocks, title, text) => {
  const { starts, parts } = cut(blocks, 0, blocks.length, title, (node, body) => sectionPart(node, body, undefined));
  const all = parts.map(({ section }) => section);
  const top = nest(all, text);
  all.forEach(isElsewhere);
  return { head: headPart(title, beforeSections(blocks, title, starts), undefined), parts, all, top };
};

/** Blocks as they were split. */
interface Latest extends Split {
  readonly blocks: readonly RootContent[];
  readonly title: HeadingNode | undefined;
  /** The index of each part's heading among the blocks. */
  readonly starts: readonly number[];
  /** Where the head's first block stood. */
  readonly place: number;
}

/** For a text that is read again and again: a part whose blocks are the same nodes stays what it was, and moves with them. */
export function createSplitter(): Splitter {
  const known = new WeakMap<HeadingNode, SectionPart>();
  let latest: Latest | undefined;
  const remember = (part: SectionPart): SectionPart => {
    known.set(part.heading.node, part);
    return part;
  };
  const make = (node: HeadingNode, body: readonly RootContent[]): SectionPart => {
    const part = known.get(node);
    if (!part || !isSame(part.body, body)) return remember(sectionPart(node, body, new Set()));
    follow([part]);
    return part;
  };
  return (blocks, title, text) => {
    const before = latest?.title === title ? latest : undefined;
    const { front, behind } = keptParts(before, blocks);
    const oldStarts = before?.starts ?? [];
    const shift = blocks.length - (before?.blocks.length ?? 0);
    const from = front === 0 ? 0 : (oldStarts[front] ?? blocks.length);
    const to = (oldStarts[behind] ?? blocks.length - shift) + shift;
    const fresh = cut(blocks, from, to, title, make);
    const between = <T>(old: readonly T[] = [], some: readonly T[]): T[] =>
      old.slice(0, front).concat(some, old.slice(behind));
    const starts = between(oldStarts.slice(0, behind), fresh.starts).concat(
      oldStarts.slice(behind).map((start) => start + shift),
    );
    follow(before?.parts.slice(0, front) ?? []);
    follow(before?.parts.slice(behind) ?? []);

    const freshSections = fresh.parts.map(({ section }) => section);
    const all = between(before?.all, freshSections);
    let parts = between(before?.parts, fresh.parts);
    let top = before?.top;
    const replaced = { old: before?.all.slice(front, behind) ?? [], fresh: freshSections };
    if (top && canReplace(replaced)) {
      replace(replaced, { before: all[front - 1], behind: all[front + freshSections.length] }, top, text);
    } else {
      top = nest(all, text);
      parts = parts.map((part) => (isElsewhere(part.section) ? remember({ ...part }) : part));
    }
    const { head, place } = headOf(before, title, beforeSections(blocks, title, starts));
    latest = { head, parts, all, top, blocks, title, starts, place };
    return latest;
  };
}

/** How many parts at the beginning have stayed the same, and from which one on those do that stand at the end. */
function keptParts(
  before: Latest | undefined,
  blocks: readonly RootContent[],
): { readonly front: number; readonly behind: number } {
  if (!before) return { front: 0, behind: 0 };
  const { starts } = before;
  const ends = commonEnds(before.blocks, blocks);
  const isAll = ends.first === blocks.length && ends.first === before.blocks.length;
  // Of the last one nobody knows yet where it ends.
  const begun = firstThat(starts, (start) => start >= ends.first);
  const front = isAll ? begun : Math.max(0, begun - 1);
  const behind = firstThat(starts, (start) => start >= before.blocks.length - ends.behind);
  return { front, behind: Math.max(front, behind) };
}

/** The parts that begin between two blocks. */
function cut(
  blocks: readonly RootContent[],
  from: number,
  to: number,
  title: HeadingNode | undefined,
  make: (node: HeadingNode, body: readonly RootContent[]) => SectionPart,
): { readonly starts: readonly number[]; readonly parts: readonly SectionPart[] } {
  const starts: number[] = [];
  for (let index = from; index < to; index++) {
    const node = blocks[index];
    if (node?.type === 'heading' && node !== title) starts.push(index);
  }
  const parts = starts.flatMap((start, index) => {
    const node = blocks[start];
    return node?.type === 'heading' ? [make(node, blocks.slice(start + 1, starts[index + 1] ?? to))] : [];
  });
  return { starts, parts };
}

function beforeSections(
  blocks: readonly RootContent[],
  title: HeadingNode | undefined,
  [first]: readonly number[],
): readonly RootContent[] {
  return blocks.slice(0, first).filter((node) => node !== title);
}

function headOf(
  before: Latest | undefined,
  title: HeadingNode | undefined,
  body: readonly RootContent[],
): Pick<Latest, 'head' | 'place'> {
  const first = title ?? body[0];
  const place = first ? spanOf(first).start : 0;
  if (!before || !isSame(before.head.body, body)) return { head: headPart(title, body, new Set()), place };
  moveSpans(before.head.spans ?? [], place - before.place);
  return { head: before.head, place };
}

function isSame(one: readonly RootContent[], other: readonly RootContent[]): boolean {
  return one.length === other.length && one.every((node, index) => node === other[index]);
}

/** Moves what is kept of parts, one behind the other and each the same as before, to where they stand now. */
function follow(parts: readonly SectionPart[]): void {
  const [first] = parts;
  const by = first ? spanOf(first.heading.node).start - first.heading.span.start : 0;
  if (by !== 0) for (const { spans } of parts) moveSpans(spans ?? [], by);
}
