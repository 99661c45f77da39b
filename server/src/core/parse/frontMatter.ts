import { LineCounter, isMap, isScalar, parseDocument, type Document, type Node as YamlNode } from 'yaml';
import { makeLatest, type Latest } from '../text/latest.ts';
import { span, type Span } from '../text/span.ts';
import type { Outline } from './outline.ts';

export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Plain data: string, number, boolean, null, array or record. */
  readonly value: unknown;
  readonly valueSpan: Span;
}

/** The front matter's top-level keys, and what can't be read of it. */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterProblem {
  readonly span: Span;
  readonly message: string;
  /** Set where sites read the front matter all the same: the last of two keys counts. */
  readonly isTolerated?: true;
}

const none: FrontMatter = { entries: [], problems: [] };

/** Reads the front matter of a document; what is broken becomes a problem, and the rest is still read. */
export function readFrontMatter({ frontMatter }: Outline, latest: Latest = makeLatest): FrontMatter {
  if (!frontMatter || frontMatter.yaml.trim() === '') return none;
  const { yaml, yamlSpan, span: whole } = frontMatter;
  // It stands at the beginning of a text, and moves with no change behind it.
  return latest(readYaml, none, [yaml, yamlSpan.start, yamlSpan.end, whole.start, whole.end]);
}

type YamlBlock = readonly [yaml: string, start: number, end: number, wholeStart: number, wholeEnd: number];

function readYaml(_: FrontMatter, [yaml, base, end, wholeStart, wholeEnd]: YamlBlock): FrontMatter {
  const lines = new LineCounter();
  // What is odd and no error (a list as a key) must not go to the standard error of whoever reads the text.
  const parsed = parseDocument(yaml, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    strict: true,
  });
  const problems = parsed.errors.map((error): FrontMatterProblem => {
    // An error at the end of the YAML points past it.
    const place = span(Math.min(base + error.pos[0], end), Math.min(base + Math.max(error.pos[0], error.pos[1]), end));
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^[^\s:]+/.exec(yaml.slice(error.pos[0]))?.[0] ?? '';
      const named = span(place.start, place.start + key.length);
      return { span: named, message: `The front matter says "${key}" twice; keep one of the two.`, isTolerated: true };
    }
    const line = lines.linePos(error.pos[0]).line + 1;
    const unquoted = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? unquotedIn(yaml, error.pos[0]) : undefined;
    if (unquoted)
      return {
        span: span(base + unquoted.start, base + unquoted.end),
        message: `The value of "${unquoted.key}" in the front matter has a colon in it; put the value in quotes (line ${line}).`,
      };
    return { span: place, message: `The front matter is not valid YAML: ${lowerFirst(error.message)} (line ${line}).` };
  });
  if (!isMap(parsed.contents)) {
    if (problems.length === 0) {
      problems.push({
        span: span(wholeStart, wholeEnd),
        message: 'The front matter is no list of `key: value` lines, so it is not read.',
      });
    }
    return { entries: [], problems };
  }
  const entries = parsed.contents.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const key = String(pair.key.value);
    const keySpan = shifted(pair.key, base);
    const node = pair.value as YamlNode | null;
    const valueSpan = node?.range ? shifted(node, base) : span(keySpan.end + 1, keySpan.end + 1);
    const { value, problem } = plainValue(node, parsed);
    if (problem !== undefined) {
      problems.push({
        span: valueSpan,
        message: `The value of "${key}" in the front matter can't be read: ${problem}.`,
      });
    }
    return [{ key, keySpan, value, valueSpan }];
  });
  return { entries, problems };
}

/** The line `title: Outage: the whole story` about a place in it: its key, and where its value stands. */
function unquotedIn(yaml: string, place: number): (Span & { readonly key: string }) | undefined {
  const start = yaml.lastIndexOf('\n', place - 1) + 1;
  const line = /^[^\n\r]*/.exec(yaml.slice(start))?.[0] ?? '';
  const [, before = '', key = '', value = ''] = /^(\s*([\w-]+):\s+)([^\s"'].*:\s.*?)\s*$/.exec(line) ?? [];
  if (value === '') return undefined;
  return { key, start: start + before.length, end: start + before.length + value.length };
}

/** A value as plain data; a "*" that refers to nothing, or to far too much, is a problem of the document. */
function plainValue(node: YamlNode | null, document: Document): { value: unknown; problem?: string } {
  try {
    return { value: node === null ? null : node.toJS(document) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { value: null, problem: `${lowerFirst(error.message)}; write it in quotes if it is a text` };
  }
}

/** The value of a key as a string; undefined where there is none or it is no scalar. */
export function frontMatterText(frontMatter: FrontMatter, key: string): string | undefined {
  const value = frontMatter.entries.find((entry) => entry.key === key)?.value;
  return isScalarValue(value) ? String(value) : undefined;
}

/** A value in words; empty for null and for what is no scalar. */
export function scalarText(value: unknown): string {
  return isScalarValue(value) ? String(value) : '';
}

function isScalarValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function shifted(node: YamlNode, base: number): Span {
  const range = node.range;
  if (!range) throw new Error('A YAML node without a range: it was not parsed from text.');
  return { start: base + range[0], end: base + range[1] };
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/[.:\s]+$/, '');
}
