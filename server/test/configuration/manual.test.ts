import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { configurationManual } from '../../src/core/configurationManual.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { readConfiguration } from '../../src/core/configuration/read.ts';
import { rules } from '../../src/core/rules/index.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';

const manual = configurationManual(readFileSync('examples/.incident-docs/config.yaml', 'utf8'));

describe('The manual of the configuration', () => {
  it('has a chapter for each key', () => {
    assert.deepEqual(
      [...manual.matchAll(/^## (.+)$/gm)].map(([, key]) => key),
      Object.keys(defaultConfiguration),
    );
  });

  it('names the options of the rules', () => {
    const options = rules.flatMap(({ id, options: own = {} }) => Object.keys(own).map((key) => `rules.${id}.${key}`));
    assert.ok(options.length > 0);
    for (const option of options) assert.ok(manual.includes(`\`${option}\``), option);
  });

  it('shows examples and defaults that can be written as they are', () => {
    const blocks = [...manual.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
    assert.ok(blocks.length >= Object.keys(defaultConfiguration).length - 1);
    for (const block of blocks) {
      const { problems } = readConfiguration(block, { rules, templates: builtInTemplates() });
      const grave = problems.filter(({ rule }) => rule !== 'config-reference');
      assert.deepEqual(
        grave.map(({ message }) => message),
        [],
        block,
      );
    }
  });
});
