/** What is shorter than this, in characters of JSON, is no longer written in full than as a reference. */
const shortest = 60;

/** The same JSON Schema, with each part that occurs more than once written once, below `definitions`. */
export function withSharedParts(schema) {
  const counts = new Map();
  const count = (part) => {
    if (part === null || typeof part !== 'object') return;
    const json = JSON.stringify(part);
    const known = counts.get(json) ?? 0;
    counts.set(json, known + 1);
    if (known === 0) for (const inner of Object.values(part)) count(inner);
  };
  count(schema);

  const names = new Map();
  const definitions = {};
  const write = (part, isSchema) => {
    if (part === null || typeof part !== 'object') return part;
    if (Array.isArray(part)) return part.map((item) => write(item, isSchema && typeof item === 'object'));
    const json = JSON.stringify(part);
    if (isSchema && counts.get(json) > 1 && json.length >= shortest) {
      if (!names.has(json)) {
        names.set(json, `${names.size + 1}`);
        definitions[names.get(json)] = writeInside(part);
      }
      return { $ref: `#/definitions/${names.get(json)}` };
    }
    return writeInside(part);
  };
  const writeInside = (part) =>
    Object.fromEntries(
      Object.entries(part).map(([key, inner]) => {
        if (key === 'properties')
          return [key, Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, write(value, true)]))];
        const holdsSchemas = ['items', 'additionalProperties', 'anyOf'].includes(key);
        return [key, holdsSchemas ? write(inner, true) : inner];
      }),
    );
  return { ...writeInside(schema), definitions };
}
