import { isMap, isNode, isScalar, isSeq, type Node as YamlNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { touches, type Span } from '../text/span.ts';
import { isList, isRecord } from './data.ts';
import type { Form, MapForm, RecordForm, Shape } from './shape.ts';

/** What stands at an offset of a YAML text, and what may stand there. */
export interface Place {
  readonly part: 'key' | 'value';
  readonly span: Span;
  /** The key itself, or the key that the value stands behind; empty for an entry of a list. */
  readonly key: string;
  /** What may stand behind the key, or in the value's place; undefined for a key that is not known. */
  readonly shape: Shape<unknown> | undefined;
  /** What holds where nothing is written. */
  readonly base: { readonly value: unknown } | undefined;
  /** The shape of the mapping around it. */
  readonly owner: Shape<unknown> | undefined;
  /** The other keys of the mapping around it. */
  readonly siblings: ReadonlyMap<string, string>;
}

type Around = Omit<Place, 'part' | 'span'>;

/** Finds what stands at an offset; undefined between things. */
export function placeAt(tree: YamlNode | null, shape: Shape<unknown>, offset: number): Place | undefined {
  return descend(tree, offset, { key: '', shape, base: shape.fallback, owner: undefined, siblings: new Map() });
}

function descend(node: YamlNode | null, offset: number, around: Around): Place | undefined {
  const span = rangeOf(node);
  if (!node || !span || !touches(span, offset)) return undefined;
  const form = around.shape && formOf(around.shape.form, node);
  if (isMap(node)) return inMap(node, form, offset, around);
  if (isSeq(node)) return inList(node, form, offset, around);
  return { ...around, part: 'value', span };
}

function inMap(map: YAMLMap, form: Form | undefined, offset: number, around: Around): Place | undefined {
  const owner = form?.kind === 'record' || form?.kind === 'map' ? form : undefined;
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const shape = owner && fieldOf(owner, name);
    const field: Around = {
      key: name,
      shape,
      base: shape && baseOf(around.base?.value, name, shape),
      owner: around.shape,
      siblings: new Map(
        map.items.filter((pair) => pair.key !== key).map((pair) => [wordOf(pair.key), wordOf(pair.value)]),
      ),
    };
    const span = rangeOf(key);
    if (span && touches(span, offset)) return { ...field, part: 'key', span };
    const found = descend(isNode(value) ? value : null, offset, field);
    if (found) return found;
  }
  return undefined;
}

function inList({ items }: YAMLSeq, form: Form | undefined, offset: number, around: Around): Place | undefined {
  const list = form?.kind === 'list' ? form : undefined;
  for (const item of items.filter(isNode)) {
    const defaults = isList(around.base?.value) ? around.base.value : [];
    const name = list?.by !== undefined && isMap(item) ? item.get(list.by) : undefined;
    const known = defaults.find((entry) => list?.by !== undefined && memberOf(entry, list.by) === name);
    const found = descend(item, offset, {
      ...around,
      key: '',
      shape: list?.item,
      base: known === undefined ? list?.item.fallback : { value: known },
    });
    if (found) return found;
  }
  return undefined;
}

/** What may stand behind a key; undefined for one that is not known. */
export function fieldOf(form: RecordForm | MapForm, key: string): Shape<unknown> | undefined {
  if (form.kind === 'map') return form.value(key);
  return Object.hasOwn(form.fields, key) ? form.fields[key] : undefined;
}

/** Of a shorthand, the form in which a node is written. */
function formOf(form: Form, node: YamlNode): Form {
  if (form.kind !== 'shorthand') return form;
  return isMap(node) || isSeq(node) ? form.full.form : form.short.form;
}

function baseOf(owner: unknown, key: string, shape: Shape<unknown>) {
  if (owner instanceof Map) return owner.has(key) ? { value: owner.get(key) as unknown } : shape.fallback;
  return isRecord(owner) && Object.hasOwn(owner, key) ? { value: owner[key] } : shape.fallback;
}

function memberOf(owner: unknown, key: string): unknown {
  return isRecord(owner) ? owner[key] : undefined;
}

function wordOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : '';
}

function rangeOf(node: YamlNode | null): Span | undefined {
  return node?.range ? { start: node.range[0], end: node.range[1] } : undefined;
}
