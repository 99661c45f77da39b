/** A finding that a fixture announces, by the zero-based line of the text without annotations. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly line: number;
  /** The first column that the carets mark. */
  readonly column: number;
  /** How many columns they mark; a finding of no width has one caret, one of several lines has them up to the line's end. */
  readonly width: number;
}

export interface AnnotatedText {
  /** The document itself: without the annotations, and without the line that sets the clock. */
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
  /** What a first line `<!-- now: 2024-03-01T00:00Z -->` says, in ms since 1970 UTC. */
  readonly now: number | undefined;
}

const annotation = /^(?:<!-- ( *)(\^+) +([a-z][a-z-]*) *-->|# ( *)(\^+) +([a-z][a-z-]*))$/;
const clock = /^<!-- now: (\S+) -->$/;

/**
 * Reads a document with comment lines `<!--   ^^^^ rule-id -->`, each below the line that is to be flagged or below another
 * such comment; in YAML `#   ^^^^ rule-id`. Columns are counted from the place behind `<!-- ` or `# `, so that the first one
 * can be marked too.
 */
export function readAnnotated(written: string): AnnotatedText {
  const lines = written.split(/(?<=\n)/);
  const stated = clock.exec(lines[0]?.trimEnd() ?? '')?.[1];
  const kept: string[] = [];
  const expected: ExpectedFinding[] = [];
  for (const line of stated === undefined ? lines : lines.slice(1)) {
    const match = annotation.exec(line.trimEnd());
    if (!match) {
      kept.push(line);
      continue;
    }
    const [indent = '', carets = '', rule = ''] = match.slice(1).filter((group) => group !== undefined);
    expected.push({ rule, line: kept.length - 1, column: indent.length, width: carets.length });
  }
  return { text: kept.join(''), expected, now: stated === undefined ? undefined : momentOf(stated) };
}

function momentOf(iso: string): number {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) throw new Error(`"${iso}" is no time; write it as 2024-03-01T00:00Z.`);
  return moment;
}
