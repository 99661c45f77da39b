import { isAlias, isMap, isNode, isScalar, isSeq, type Node as YamlNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from '../text/span.ts';
import { isList, isRecord } from './data.ts';
import { complain, isEmpty, spanOf, type Desk, type Found, type Slot } from './desk.ts';
import { mismatch, readScalar } from './scalars.ts';
import type { Form, ListForm, MapForm, RecordForm } from './shape.ts';
import { insteadOf } from './words.ts';

/** The most aliases that are followed: a few lines of aliases to aliases can stand for billions of values. */
const mostAliases = 100;

/** Reads a node by the shape of its slot. */
export function readNode(node: YamlNode | null, slot: Slot, desk: Desk): Found {
  if (isAlias(node)) {
    desk.aliases++;
    const target = desk.aliases <= mostAliases ? desk.resolve(node) : undefined;
    if (target) return readNode(target, slot, desk);
    const message = `${slot.label} is an alias that is not followed; write out what it stands for.`;
    return complain({ rule: 'config-type', span: spanOf(node, slot, desk), message }, slot, desk);
  }
  const { form } = slot.shape;
  if (form.kind === 'shorthand') {
    if (isWrittenInFull(node, form.full.form)) return readNode(node, { ...slot, shape: form.full }, desk);
    const isShort = isScalar(node) && !isEmpty(node) && readScalar(node, form.short.form, slot, desk);
    return isShort ? { value: form.lift(isShort.value) } : mismatch(node, slot, desk);
  }
  const isCollection = form.kind === 'list' || form.kind === 'record' || form.kind === 'map';
  // A heading under which everything is commented out says as much as no heading.
  if (isCollection && isEmpty(node) && slot.base) return slot.base;
  if (form.kind === 'list' && isSeq(node)) return readList(node, form, slot, desk);
  if (form.kind === 'record' && isMap(node)) return readRecord(node, form, slot, desk);
  if (form.kind === 'map' && isMap(node)) return readMap(node, form, slot, desk);
  const scalar = isScalar(node) && !isEmpty(node) ? readScalar(node, form, slot, desk) : undefined;
  return scalar ?? mismatch(node, slot, desk);
}

function isWrittenInFull(node: YamlNode | null, full: Form): boolean {
  return full.kind === 'list' ? isSeq(node) : isMap(node);
}

function readList({ items }: YAMLSeq, { item, by }: ListForm, slot: Slot, desk: Desk): Found {
  const defaults = isList(slot.base?.value) ? slot.base.value : [];
  const taken = new Set<unknown>();
  const value = items.filter(isNode).flatMap((node) => {
    const name = by === undefined || !isMap(node) ? undefined : node.get(by, true);
    const known = name && defaults.find((entry) => isRecord(entry) && entry[by ?? ''] === name.value);
    const base = known === undefined ? undefined : { value: known };
    const entry: Slot = { ...slot, shape: item, label: `An entry of ${slot.label}`, base };
    if (name && taken.has(name.value)) {
      const message = `"${String(name.value)}" stands in ${slot.label} twice; each entry needs a "${by ?? ''}" of its own.`;
      complain({ rule: 'config-type', span: spanOf(name, slot, desk), message }, entry, desk);
      return [];
    }
    taken.add(name?.value);
    const found = readNode(node, entry, desk);
    return found ? [found.value] : [];
  });
  return { value };
}

function readRecord(map: YAMLMap, { fields, sparse, check }: RecordForm, slot: Slot, desk: Desk): Found {
  const record: Record<string, unknown> = {};
  const { values, places } = readKeys(map, slot, desk);
  const whole = places.values().next().value ?? spanOf(map, slot, desk);
  for (const [key, place] of places) {
    if (Object.hasOwn(fields, key)) continue;
    const message = `Unknown key "${key}"${insteadOf(key, Object.keys(fields), ['the only key here is', 'the keys here are'])}`;
    complain({ rule: 'config-unknown-key', span: place, message }, slot, desk);
  }
  let isWhole = true;
  for (const [key, shape] of Object.entries(fields)) {
    const written = values.has(key);
    if (sparse && !written) continue;
    const base = isRecord(slot.base?.value) && !sparse ? { value: slot.base.value[key] } : shape.fallback;
    const field: Slot = { shape, label: `"${key}"`, place: places.get(key) ?? whole, base, siblings: record };
    const found = written ? readNode(values.get(key) ?? null, field, desk) : base;
    if (found) record[key] = found.value;
    else if (!sparse) isWhole = false;
    if (!found && !written) {
      const message = `${slot.label} has no "${key}", and can't do without it.`;
      complain({ rule: 'config-type', span: whole, message }, slot, desk);
    }
  }
  if (!isWhole) return slot.base;
  const wrong = check?.(record);
  if (wrong) {
    const span = spanOf(values.get(wrong.key) ?? null, { place: places.get(wrong.key) ?? whole }, desk);
    complain({ rule: 'config-type', span, message: wrong.message }, slot, desk);
  }
  return { value: record };
}

function readMap(map: YAMLMap, { keys, value: shapeOf }: MapForm, slot: Slot, desk: Desk): Found {
  const entries = new Map<string, unknown>(slot.base?.value instanceof Map ? slot.base.value : []);
  const { values, places } = readKeys(map, slot, desk);
  for (const [key, node] of values) {
    const place = places.get(key) ?? slot.place;
    if (keys !== undefined) desk.names.push({ of: [keys], name: key, span: place, siblings: {} });
    const shape = shapeOf(key);
    const base = entries.has(key) ? { value: entries.get(key) } : shape.fallback;
    const found = readNode(node, { shape, label: `"${key}"`, place, base, siblings: {} }, desk);
    if (found) entries.set(key, found.value);
  }
  return { value: entries };
}

/** The values of a mapping by their keys, and where each key stands; a key that is no word is a problem. */
function readKeys(map: YAMLMap, slot: Slot, desk: Desk) {
  const values = new Map<string, YamlNode | null>();
  const places = new Map<string, Span>();
  for (const pair of map.items) {
    const key = isNode(pair.key) ? pair.key : null;
    const span = spanOf(key, slot, desk);
    if (!isScalar(key) || isEmpty(key)) {
      complain({ rule: 'config-type', span, message: 'A key must be a word.' }, slot, desk);
    } else if (!values.has(String(key.value))) {
      values.set(String(key.value), isNode(pair.value) ? pair.value : null);
      places.set(String(key.value), span);
    }
  }
  return { values, places };
}
