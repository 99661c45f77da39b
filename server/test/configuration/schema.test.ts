import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { contributes } from '../../../package.json';
import { configurationSchema } from '../../src/core/configurationSchema.ts';
import { defaultConfiguration, describeConfiguration } from '../../src/core/configuration/configuration.ts';
import { rules } from '../../src/core/rules/index.ts';
import { plainOf } from '../../src/core/shapes/write.ts';
import { badForms, badMeanings } from './badConfigurations.ts';

const [contribution] = contributes.yamlValidation;
const schema = JSON.parse(readFileSync(contribution?.url ?? '', 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

function errorsOf(data: unknown): readonly string[] {
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** A schema with each reference replaced by what it refers to. */
function withParts(part: unknown, definitions: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(part)) return part.map((item) => withParts(item, definitions));
  if (part === null || typeof part !== 'object') return part;
  if ('$ref' in part && typeof part.$ref === 'string')
    return withParts(definitions[part.$ref.replace('#/definitions/', '')], definitions);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withParts(value, definitions)]));
}

describe('The JSON Schema of the configuration', () => {
  it('is what the build writes and the manifest contributes for the file', () => {
    assert.equal(contribution?.fileMatch, '**/.incident-docs/config.yaml');
    const { definitions, ...written } = schema;
    assert.deepEqual(withParts(written, definitions), configurationSchema());
  });

  it('takes the defaults, and the example of a team', () => {
    assert.deepEqual(errorsOf(plainOf(defaultConfiguration, describeConfiguration(rules))), []);
    assert.deepEqual(errorsOf(parse(readFileSync('examples/.incident-docs/config.yaml', 'utf8'))), []);
  });

  it('takes headings under which everything is commented out', () =>
    assert.deepEqual(errorsOf(parse('rules:\nseverities:\nonCall:\n')), []));

  it('takes a level, and a mapping with a level, for each rule', () => {
    for (const { id } of rules) {
      assert.deepEqual(errorsOf({ rules: { [id]: 'off' }, overrides: [{ rules: { [id]: { level: 'hint' } } }] }), []);
    }
  });

  for (const { name, text } of badForms) {
    it(`refuses ${name}`, () => assert.notDeepEqual(errorsOf(parse(text)), []));
  }
  for (const { name, text } of badMeanings) {
    // Names and calendars are beyond a schema, but nothing that it takes may be of another form than the reader's.
    it(`can be asked about ${name}`, () => assert.equal(typeof validate(parse(text)), 'boolean'));
  }
});
