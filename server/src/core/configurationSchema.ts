import { describeConfiguration } from './configuration/configuration.ts';
import { rules } from './rules/index.ts';
import { jsonSchemaOf, type JsonSchema } from './shapes/jsonSchema.ts';

/** The JSON Schema of `.incident-docs/config.yaml`, for editors and checkers that go by one. */
export function configurationSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Incident Docs: .incident-docs/config.yaml',
    ...jsonSchemaOf(describeConfiguration(rules)),
  };
}
