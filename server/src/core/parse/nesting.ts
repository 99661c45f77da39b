import type { Span } from '../text/span.ts';
import type { OpenSection } from './parts.ts';

/** Puts each section below the one that holds it, and answers with those that none holds. */
export function nest(all: readonly OpenSection[], text: string): OpenSection[] {
  const top: OpenSection[] = [];
  const open: OpenSection[] = [];
  let before: OpenSection | undefined;
  for (const section of all) {
    const { heading } = section;
    const start = lineStart(section, text);
    if (before) setBodySpan(before, start);
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) close(open.pop(), start);
    const parent = open.at(-1);
    setSpan(section, { start, end: text.length });
    section.parent = parent;
    section.children = [];
    (parent?.children ?? top).push(section);
    open.push(section);
    before = section;
  }
  if (before) setBodySpan(before, text.length);
  return top;
}

/** Whether a section stands below other headings than before; says so once. */
export function isElsewhere(section: OpenSection): boolean {
  const above = section.parent?.path;
  if (section.above === above) return false;
  section.above = above;
  section.path = above === undefined ? section.heading.text : `${above}\n${section.heading.text}`;
  return true;
}

/** Sections that have been read anew, and those in whose places they stand. */
export interface Replaced {
  readonly old: readonly OpenSection[];
  readonly fresh: readonly OpenSection[];
}

/** Of more sections it is no more work to put all in their places. */
const few = 50;

/** Whether sections can take the places of others, and all around them stays where it is in the order of the document. */
export function canReplace({ old, fresh }: Replaced): boolean {
  return (
    old.length === fresh.length &&
    old.length <= few &&
    old.every((earlier, index) => {
      const section = fresh[index];
      if (!section || section === earlier) return section === earlier;
      const { level, text } = section.heading;
      const isBelow = earlier.children.length === 0 || earlier.heading.text === text;
      return earlier.heading.level === level && isBelow && !old.includes(section);
    })
  );
}

/** Puts sections in the places of others; `before` and `behind` stand next to them, and `top` are those that none holds. */
export function replace(
  { old, fresh }: Replaced,
  around: { readonly before: OpenSection | undefined; readonly behind: OpenSection | undefined },
  top: OpenSection[],
  text: string,
): void {
  for (const [index, section] of fresh.entries()) {
    const earlier = old[index];
    if (!earlier || earlier === section) continue;
    section.parent = earlier.parent;
    section.children = earlier.children;
    for (const child of section.children) child.parent = section;
    const beside = section.parent?.children ?? top;
    beside[beside.indexOf(earlier)] = section;
    isElsewhere(section);
  }
  const changed = around.before ? [around.before, ...fresh] : fresh;
  // Where a section ends goes by where those behind it begin.
  for (const section of changed.toReversed()) setSpan(section, { start: lineStart(section, text), end: text.length });
  for (const [index, section] of changed.entries()) {
    const next = changed[index + 1] ?? around.behind;
    setBodySpan(section, next ? next.span.start : text.length);
    for (let open: OpenSection | undefined = section; open; open = open.parent)
      setSpan(open, { start: open.span.start, end: endOf(open, top, text) });
  }
}

/** Where a section ends: where the next one beside it begins, or where the one that holds it ends. */
function endOf(section: OpenSection, top: readonly OpenSection[], text: string): number {
  for (let open: OpenSection | undefined = section; open; open = open.parent) {
    const beside: readonly OpenSection[] = open.parent?.children ?? top;
    const next = beside[beside.indexOf(open) + 1];
    if (next) return next.span.start;
  }
  return text.length;
}

/** Where the line of a section's heading begins, which up to three spaces may indent. */
function lineStart({ heading: { span } }: OpenSection, text: string): number {
  return text.lastIndexOf('\n', span.start - 1) + 1;
}

function close(section: OpenSection | undefined, end: number): void {
  if (section) setSpan(section, { start: section.span.start, end });
}

function setSpan(section: OpenSection, span: Span): void {
  section.spans?.delete(section.span);
  section.spans?.add(span);
  section.span = span;
}

function setBodySpan(section: OpenSection, end: number): void {
  const { bodySpan, heading } = section;
  section.spans?.delete(bodySpan);
  section.bodySpan = { start: heading.span.end, end };
  section.spans?.add(section.bodySpan);
}
