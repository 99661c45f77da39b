import { parseDocument, stringify } from 'yaml';
import type { Span } from '../text/span.ts';
import { fieldOf, placeAt, type Place } from './places.ts';
import type { Form, Shape } from './shape.ts';
import { expectedOf } from './words.ts';

/** Something that can be written at a caret. */
export interface Suggestion {
  readonly label: string;
  readonly part: 'key' | 'value';
  /** What is inserted in place of the span. */
  readonly insert: string;
  /** What the person has begun to write. */
  readonly span: Span;
  /** In a few words. */
  readonly detail: string;
  /** In a sentence of Markdown; may be empty. */
  readonly meaning: string;
}

/** The names that there are of something; undefined where it has no list. */
export type KnownNames = (of: string, siblings: ReadonlyMap<string, string>) => readonly string[] | undefined;

/** What can be written at an offset of a YAML text, in the order in which it is described. */
export function suggestions(
  text: string,
  shape: Shape<unknown>,
  offset: number,
  names: KnownNames,
): readonly Suggestion[] {
  const begun = begunAt(text, offset);
  if (!begun) return [];
  const { span, isKey, hasColon } = begun;
  // A mark in place of what is begun lets the parser tell where the caret is, however incomplete the line.
  const marked = `${text.slice(0, span.start)}${mark}${isKey && !hasColon ? ':' : ''}${text.slice(span.end)}`;
  const place = placeAt(parseDocument(marked, { prettyErrors: false }).contents, shape, span.start);
  if (!place) return [];
  const owner = place.part === 'key' ? place.owner : place.shape;
  const form = owner?.form.kind === 'shorthand' && place.part === 'key' ? owner.form.full.form : owner?.form;
  if (form?.kind === 'record' || form?.kind === 'map') return isKey ? keysOf(form, place, begun, names) : [];
  return owner ? valuesOf(owner, place, begun, names) : [];
}

const mark = 'caret‸';

/** What a person has begun to write at a caret. */
interface Begun {
  readonly span: Span;
  /** Whether it stands where a key may stand: at the beginning of a line, or of an entry of a list. */
  readonly isKey: boolean;
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
  /** How far the line is indented up to it, in characters; undefined within braces or brackets. */
  readonly indent: number | undefined;
}

function begunAt(text: string, offset: number): Begun | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const opening = /^\s*(?:- +)*/.exec(before)?.[0].length ?? 0;
  const separators = [...before.matchAll(/: +|[[{,] */g)].map((match) => match.index + match[0].length);
  const start = Math.max(opening, ...separators);
  const isFlow = /[[{][^\]}]*$/.test(before);
  const rest = /^[^,\]}#:\r\n]*/.exec(text.slice(offset))?.[0].trimEnd() ?? '';
  const end = offset + rest.length;
  const delimiter = before.slice(0, start).trimEnd().at(-1);
  return {
    span: { start: lineStart + start, end },
    isKey: start === opening || delimiter === '{' || (delimiter === ',' && isFlow),
    hasColon: /^\s*:/.test(text.slice(end)),
    indent: isFlow || start !== opening ? undefined : start,
  };
}

function keysOf(
  form: Extract<Form, { kind: 'record' | 'map' }>,
  { siblings, part }: Place,
  { span, hasColon, indent }: Begun,
  names: KnownNames,
): readonly Suggestion[] {
  const known = form.kind === 'record' ? Object.keys(form.fields) : keyNames(form.keys, form.known, names);
  const taken = part === 'key' ? siblings : new Map<string, string>();
  return known
    .filter((key) => !taken.has(key))
    .map((key) => {
      const shape = fieldOf(form, key);
      const tail = hasColon || !shape ? '' : `:${openingOf(shape.form, indent)}`;
      return {
        label: key,
        part: 'key',
        insert: scalarText(key) + tail,
        span,
        detail: shape ? expectedOf(shape.form) : '',
        meaning: shape?.meaning ?? '',
      };
    });
}

function keyNames(keys: string | undefined, known: readonly string[], names: KnownNames): readonly string[] {
  return known.length > 0 || keys === undefined ? known : (names(keys, new Map()) ?? []);
}

/** What follows a key's colon: a line of its own where lists and mappings begin. */
function openingOf(form: Form, indent: number | undefined): string {
  const isBlock = form.kind === 'record' || form.kind === 'map' || form.kind === 'list';
  if (!isBlock || indent === undefined) return ' ';
  return `\n${' '.repeat(indent + 2)}${form.kind === 'list' ? '- ' : ''}`;
}

function valuesOf(shape: Shape<unknown>, place: Place, { span }: Begun, names: KnownNames): readonly Suggestion[] {
  const form = shape.form.kind === 'shorthand' ? shape.form.short.form : shape.form;
  return wordsOf(form, place, names).map(([word, meaning]) => ({
    label: word,
    part: 'value',
    insert: form.kind === 'flag' ? word : scalarText(word),
    span,
    detail: '',
    meaning,
  }));
}

function wordsOf(form: Form, { siblings }: Place, names: KnownNames): readonly (readonly [string, string])[] {
  if (form.kind === 'choice') return [...form.choices];
  if (form.kind === 'flag') return ['true', 'false'].map((word) => [word, '']);
  if (form.kind === 'written') return form.examples.map((example) => [example, '']);
  if (form.kind !== 'name') return [];
  const known = form.of.flatMap((of) => names(of, siblings) ?? []);
  return [...form.also, ...known.map((name) => [name, ''] as const)];
}

/** A word as YAML writes it: in quotes where it would be something else without. */
function scalarText(word: string): string {
  return stringify(word, { lineWidth: 0 }).trimEnd();
}
