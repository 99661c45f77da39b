import { isList, isRecord } from './data.ts';
import type { Shape } from './shape.ts';

/** A value as data that, written as YAML, reads as the value again; what is undefined is left out. */
export function plainOf(value: unknown, { form }: Shape<unknown>): unknown {
  if (form.kind === 'shorthand') return plainOf(value, form.full);
  if (form.kind === 'written') return form.write(value);
  if (form.kind === 'list' && isList(value)) return value.map((entry) => plainOf(entry, form.item));
  if (form.kind === 'map' && value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, unknown>)];
    return Object.fromEntries(entries.map(([key, entry]) => [key, plainOf(entry, form.value(key))]));
  }
  if (form.kind === 'record' && isRecord(value)) {
    const entries = Object.entries(form.fields).filter(([key, shape]) => {
      const isNothing = value[key] === undefined && shape.fallback?.value === undefined;
      return Object.hasOwn(value, key) && !isNothing;
    });
    return Object.fromEntries(entries.map(([key, shape]) => [key, plainOf(value[key], shape)]));
  }
  return value;
}
