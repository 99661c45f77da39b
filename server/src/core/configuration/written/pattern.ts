import picomatch from 'picomatch/posix';
import { written } from '../../shapes/describe.ts';
import type { Shape } from '../../shapes/shape.ts';

/** A pattern of paths relative to the folder that holds `.incident-docs`. */
export interface Glob {
  /** As it is written. */
  readonly source: string;
  /** Whether it takes files away; then it begins with `!`. */
  readonly excludes: boolean;
  /** Whether a relative path, with forward slashes, is one that the pattern means. */
  readonly matches: (path: string) => boolean;
}

/** A glob, made ready to match as it is read. */
export function glob(meaning: string): Shape<Glob> {
  return written<Glob>(meaning, {
    expected: 'a glob such as "docs/runbooks/**", relative to the folder that holds .incident-docs',
    pattern: /(!?)((?!!|\/|[A-Za-z]:|\.\.?\/)[^\\\n]{1,999})/,
    examples: ['docs/runbooks/**', 'docs/postmortems/**', '**/incidents/*.md'],
    read: ([source, mark, pattern = '']) => ({
      value: { source, excludes: mark === '!', matches: picomatch(pattern, globOptions) },
    }),
    write: ({ source }) => source,
  });
}

// Nested groups can make a match take forever, and no folder needs them.
const globOptions = { dot: true, noextglob: true } as const;

/** A regular expression of JavaScript. */
export function regularExpression(meaning: string): Shape<string> {
  return written(meaning, {
    expected: String.raw`a regular expression such as "\\bdrop\\s+table\\b"`,
    pattern: /[^\n]+/,
    examples: [],
    read: ([source]) => (isRegularExpression(source) ? { value: source } : undefined),
    write: (value) => value,
  });
}

/** An address of the web. */
export function webAddress(meaning: string): Shape<string> {
  return written(meaning, {
    expected: 'an address such as "https://status.example.com"',
    pattern: /https:\/\/[^\s]+/,
    examples: [],
    read: ([address]) => ({ value: address }),
    write: (value) => value,
  });
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
