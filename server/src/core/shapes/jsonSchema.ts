import type { Form, Shape } from './shape.ts';

/** A JSON Schema, draft 7, as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of a shape. It lets through all that the reader takes; names and what is wrong as a whole are the reader's alone. */
export function jsonSchemaOf({ form, meaning, fallback }: Shape<unknown>): JsonSchema {
  const schema = schemaOf(form, meaning);
  // A heading under which everything is commented out is as good as none.
  const mayBeEmpty = fallback !== undefined && (schema['type'] === 'object' || schema['type'] === 'array');
  return {
    ...descriptionOf(meaning),
    ...schema,
    ...(mayBeEmpty ? { type: [schema['type'], 'null'] } : {}),
    ...defaultOf(form, fallback),
  };
}

/** In Markdown too, where that says more. */
function descriptionOf(meaning: string): JsonSchema {
  if (meaning === '') return {};
  const description = meaning.replaceAll('`', '');
  return description === meaning ? { description } : { description, markdownDescription: meaning };
}

function schemaOf(form: Form, meaning: string): JsonSchema {
  switch (form.kind) {
    case 'text':
    case 'name':
      return { type: 'string' };
    case 'written':
      return { type: 'string', pattern: form.pattern, examples: form.examples.slice(0, 5) };
    case 'number':
      return { type: form.whole ? 'integer' : 'number', minimum: form.minimum, maximum: form.maximum };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: [...form.choices.keys()], markdownEnumDescriptions: [...form.choices.values()] };
    case 'list':
      return { type: 'array', items: jsonSchemaOf(form.item) };
    case 'record': {
      const fields = Object.entries(form.fields);
      const required = form.sparse ? [] : fields.flatMap(([key, { fallback }]) => (fallback ? [] : [key]));
      return {
        type: 'object',
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        properties: Object.fromEntries(fields.map(([key, field]) => [key, jsonSchemaOf(field)])),
      };
    }
    case 'map':
      return {
        type: 'object',
        ...(form.known.length === 0
          ? { additionalProperties: jsonSchemaOf(form.value('')) }
          : {
              additionalProperties: false,
              properties: Object.fromEntries(form.known.map((key) => [key, jsonSchemaOf(form.value(key))])),
            }),
      };
    case 'shorthand':
      break;
  }
  // What both of them mean is said above them.
  const alternatives = [form.short, form.full].map((one) => (one.meaning === meaning ? { ...one, meaning: '' } : one));
  return { anyOf: alternatives.map(jsonSchemaOf) };
}

/** The default, where it is as short as a word; those of lists and mappings are in the descriptions of their parts. */
function defaultOf(form: Form, fallback: Shape<unknown>['fallback']): JsonSchema {
  if (fallback?.value === undefined) return {};
  if (form.kind === 'written') return { default: form.write(fallback.value) };
  return ['text', 'name', 'number', 'flag', 'choice'].includes(form.kind) ? { default: fallback.value } : {};
}
