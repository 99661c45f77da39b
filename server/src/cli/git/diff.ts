/** Lines that were added, counted from 0; `end` is the first line after them. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Reads which lines a diff without context adds, by the path in the new state, as git names it. */
export function addedLinesOf(diff: string): ReadonlyMap<string, readonly LineRange[]> {
  const added = new Map<string, LineRange[]>();
  const lines = diff.split('\n');
  let ranges: LineRange[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.startsWith('+++ ')) {
      ranges = [];
      const path = pathOf(line.slice(4));
      if (path !== undefined) added.set(path, ranges);
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    const [, removedCount = '1', first = '0', addedCount = '1'] = hunk;
    const count = Number(addedCount);
    if (count > 0) ranges.push({ start: Number(first) - 1, end: Number(first) - 1 + count });
    // The lines of the hunk are skipped by their number: one of them may itself look like a header.
    i += Number(removedCount) + count;
  }
  return added;
}

/** `b/docs/a.md`, `"b/caf\303\251.md"`; undefined for a file that is gone. */
function pathOf(written: string): string | undefined {
  const name = written.replace(/\t$/, '');
  if (name === '/dev/null') return undefined;
  const bare = name.startsWith('"') ? unquoted(name.slice(1, -1)) : name;
  return bare.slice('b/'.length);
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A name without git's quoting, which is that of C: octal escapes are bytes of UTF-8. */
function unquoted(name: string): string {
  const bytes: Buffer[] = [];
  for (const [part] of name.matchAll(/\\[0-7]{3}|\\.|[^\\]+/gs)) {
    if (/^\\[0-7]{3}$/.test(part)) bytes.push(Buffer.from([Number.parseInt(part.slice(1), 8)]));
    else bytes.push(Buffer.from(part.startsWith('\\') ? (escapes[part.charAt(1)] ?? part.charAt(1)) : part));
  }
  return Buffer.concat(bytes).toString('utf8');
}
