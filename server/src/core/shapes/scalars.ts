import { isMap, isScalar, isSeq, type Node as YamlNode, type Scalar } from 'yaml';
import { nearestWord } from '../text/nearest.ts';
import { complain, isEmpty, spanOf, type Desk, type Found, type Slot } from './desk.ts';
import type { Form } from './shape.ts';
import { expectedOf } from './words.ts';

/** Reads a word, number or text; undefined where it is not of the form. */
export function readScalar(node: Scalar, form: Form, slot: Slot, desk: Desk): Found {
  const { value } = node;
  switch (form.kind) {
    case 'number': {
      if (typeof value !== 'number' || value < form.minimum || form.maximum < value) return undefined;
      return form.whole && !Number.isInteger(value) ? undefined : { value };
    }
    case 'flag':
      return typeof value === 'boolean' ? { value } : undefined;
    case 'choice':
      return typeof value === 'string' && form.choices.has(value) ? { value } : undefined;
    case 'written':
      return typeof value === 'string' ? form.read(value) : undefined;
    case 'text':
      return typeof value === 'string' ? { value } : undefined;
    case 'name': {
      if (typeof value !== 'string') return undefined;
      const span = spanOf(node, slot, desk);
      if (!form.also.has(value)) desk.names.push({ of: form.of, name: value, span, siblings: slot.siblings });
      return { value };
    }
    case 'list':
    case 'record':
    case 'map':
    case 'shorthand':
      return undefined;
  }
  return undefined;
}

/** Notes that something else stands at a place than what would be right. */
export function mismatch(node: YamlNode | null, slot: Slot, desk: Desk): Found {
  const { form } = slot.shape;
  const message = `${slot.label} must be ${expectedOf(form)}${givenOf(node, form)}`;
  return complain({ rule: 'config-type', span: spanOf(node, slot, desk), message }, slot, desk);
}

/** `, not 30.`; what only lacks its quotes says so. */
function givenOf(node: YamlNode | null, form: Form): string {
  if (isMap(node)) return ', not a mapping.';
  if (isSeq(node)) return ', not a list.';
  if (isEmpty(node) || !isScalar(node)) return '; nothing stands here.';
  const source = node.source ?? String(node.value);
  const shown = source.length > 40 ? `${source.slice(0, 40)}…` : source;
  if (typeof node.value === 'string') {
    const nearest = form.kind === 'written' ? nearestWord(node.value, form.examples) : undefined;
    return `, not "${shown}"${nearest === undefined ? '.' : `; did you mean "${nearest}"?`}`;
  }
  return form.kind === 'text' || form.kind === 'name' ? `; put it in quotes: "${shown}".` : `, not ${shown}.`;
}
