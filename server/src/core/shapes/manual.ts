import { stringify } from 'yaml';
import { isList, isRecord } from './data.ts';
import type { Form, Shape } from './shape.ts';
import { expectedOf } from './words.ts';
import { plainOf } from './write.ts';

/**
 * The chapter of a manual that explains a key: what it means, what it takes, what it holds and what holds without it. The
 * example is YAML, undefined where the default is one.
 */
export function chapterOf(key: string, shape: Shape<unknown>, example: string | undefined): string {
  const rows = rowsOf(key, shape).slice(1);
  const inside =
    rows.length === 0
      ? []
      : [
          `| Key | Meaning | Takes | Default |\n| --- | --- | --- | --- |\n${rows
            .map(({ path, shape: inner }) => `| ${[`\`${path}\``, ...factsOf(inner)].map(cell).join(' | ')} |\n`)
            .join('')}`,
        ];
  const [meaning, takes, short] = factsOf(shape);
  const block = blockOf(key, shape);
  return [
    `## ${key}`,
    meaning,
    `Takes ${takes}.${short === '' ? '' : ` Default: ${short}.`}`,
    ...inside,
    ...(example === undefined ? [] : [`For example:\n\n${fenced(example)}`]),
    ...(block === '' ? [] : [`By default:\n\n${fenced(block)}`]),
  ].join('\n\n');
}

interface Row {
  /** `onCall.rotations[].team` */
  readonly path: string;
  readonly shape: Shape<unknown>;
}

/** A key and all that can stand below it. */
function rowsOf(path: string, shape: Shape<unknown>): Row[] {
  return [{ path, shape }, ...below(path, shape.form)];
}

function below(path: string, form: Form): Row[] {
  switch (form.kind) {
    case 'record':
      return Object.entries(form.fields).flatMap(([key, field]) => rowsOf(`${path}.${key}`, field));
    case 'list':
      return below(`${path}[]`, form.item.form);
    case 'map': {
      const inner = form.value('');
      const name = `${path}.${(form.keys ?? 'name').toUpperCase()}`;
      const common = [{ path: name, shape: inner }, ...below(name, inner.form)];
      const own = form.known.flatMap((key) => below(`${path}.${key}`, form.value(key).form));
      const shared = new Set(common.map((row) => row.path.slice(name.length)));
      return [...common, ...own.filter((row) => !shared.has(row.path.slice(row.path.lastIndexOf('.'))))];
    }
    case 'shorthand':
      return below(path, form.full.form);
    case 'text':
    case 'written':
    case 'number':
    case 'flag':
    case 'choice':
    case 'name':
      break;
  }
  return [];
}

function factsOf(shape: Shape<unknown>): readonly [meaning: string, takes: string, short: string] {
  return [shape.meaning, expectedOf(shape.form), shortDefault(shape)];
}

/** A default that fits into a line. */
function shortDefault(shape: Shape<unknown>): string {
  if (!shape.fallback) return 'must be there';
  const plain = shape.fallback.value === undefined ? undefined : plainOf(shape.fallback.value, shape);
  if (plain === undefined || plain === '' || isList(plain) || isRecord(plain)) return '';
  return `\`${stringify(plain).trim()}\``;
}

/** A default of several lines, as it would be written. */
function blockOf(key: string, shape: Shape<unknown>): string {
  const plain = shape.fallback?.value === undefined ? undefined : plainOf(shape.fallback.value, shape);
  const isFilled = (isList(plain) || isRecord(plain)) && Object.keys(plain).length > 0;
  return isFilled ? stringify({ [key]: plain }, { lineWidth: 110 }).trimEnd() : '';
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

function cell(words: string): string {
  return words.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
