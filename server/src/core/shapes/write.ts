import type { Shape } from './shape.ts';

/** A value as data that, written as YAML, reads as the value again; what is undefined is left out. */
export function plainOf(value: unknown, { form }: Shape<unknown>): unknown {
  switch (form.kind) {
    case 'written':
      return form.write(value);
    case 'list':
      return (value as readonly unknown[]).map((entry) => plainOf(entry, form.item));
    case 'record': {
      const record = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        Object.entries(form.fields).flatMap(([key, shape]) => {
          const isLeftOut =
            !Object.hasOwn(record, key) || (record[key] === undefined && shape.fallback?.value === undefined);
          return isLeftOut ? [] : [[key, plainOf(record[key], shape)]];
        }),
      );
    }
    case 'map':
      return Object.fromEntries(
        [...(value as ReadonlyMap<string, unknown>)].map(([key, entry]) => [key, plainOf(entry, form.value(key))]),
      );
    case 'shorthand':
      return plainOf(value, form.full);
    default:
      return value;
  }
}
