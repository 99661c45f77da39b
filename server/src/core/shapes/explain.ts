import { parseDocument, stringify } from 'yaml';
import type { Span } from '../text/span.ts';
import { isList, isRecord } from './data.ts';
import { placeAt, type Place } from './places.ts';
import type { Shape } from './shape.ts';
import { expectedOf } from './words.ts';
import { plainOf } from './write.ts';

/** What a key or value of a YAML text means, in Markdown. */
export interface Explanation {
  readonly span: Span;
  readonly words: string;
}

/** The most lines of a default that are shown. */
const mostLines = 24;

/** Explains what stands at an offset; undefined where nothing is known of it. */
export function explain(text: string, shape: Shape<unknown>, offset: number): Explanation | undefined {
  const place = placeAt(parseDocument(text, { prettyErrors: false }).contents, shape, offset);
  if (!place?.shape) return undefined;
  const words = place.part === 'value' ? meaningOfChoice(place, text) : undefined;
  return { span: place.span, words: words ?? meaningOfKey(place, place.shape) };
}

function meaningOfKey({ key, base }: Place, shape: Shape<unknown>): string {
  const expected = expectedOf(shape.form);
  const head = key === '' ? shape.meaning : `**${key}**: ${shape.meaning}`;
  return `${head}\n\nTakes ${expected}.${defaultOf(shape, base)}`;
}

function meaningOfChoice({ shape, span }: Place, text: string): string | undefined {
  const form = shape?.form.kind === 'shorthand' ? shape.form.short.form : shape?.form;
  const words = form?.kind === 'choice' ? form.choices : form?.kind === 'name' ? form.also : undefined;
  const word = text.slice(span.start, span.end).replace(/^["']|["']$/g, '');
  const meaning = words?.get(word);
  return meaning ? `**${word}**: ${meaning}` : undefined;
}

function defaultOf(shape: Shape<unknown>, base: Place['base']): string {
  if (base?.value === undefined) return '';
  const plain = plainOf(base.value, shape);
  const isBlock = isList(plain) || isRecord(plain);
  if (plain === '' || (isBlock && Object.keys(plain).length === 0)) return '';
  if (!isBlock) return ` Default: \`${stringify(plain).trim()}\`.`;
  const lines = stringify(plain, { lineWidth: 0 }).trimEnd().split('\n');
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '# …'] : lines;
  return `\n\nDefault:\n\n\`\`\`yaml\n${shown.join('\n')}\n\`\`\``;
}
