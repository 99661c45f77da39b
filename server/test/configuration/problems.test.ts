import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { badForms, badMeanings, badSyntax } from './badConfigurations.ts';
import { read } from './surroundings.ts';

describe('What is wrong with a configuration', () => {
  for (const { name, text, said } of [...badForms, ...badMeanings, ...badSyntax]) {
    it(`is told at its place: ${name}`, () => assert.deepEqual(read(text).problems, said));
    it(`is told at its place in a file with CRLF: ${name}`, () => {
      const inWindows = said.map((line) => line.replaceAll('\n', '\r\n'));
      assert.deepEqual(read(text.replaceAll('\n', '\r\n')).problems, inWindows);
    });
  }

  it('does not stop the rest, and the default holds in its place', () => {
    const { configuration, problems } = read(
      'timezone: Mars/Olympus\nonCall: { respondWithin: 20 min, acknowledgeWithin: soon }\nreview: { daysAfter: 5 }\nservices: 3\n',
    );
    assert.equal(problems.length, 3);
    assert.equal(configuration.timezone, 'UTC');
    assert.equal(configuration.onCall.respondWithin, 20);
    assert.equal(configuration.onCall.acknowledgeWithin, 5);
    assert.equal(configuration.review.daysAfter, 5);
    assert.deepEqual(configuration.services, []);
  });

  it('keeps what stands before a broken place', () => {
    const { configuration, problems } = read('timezone: Europe/Oslo\nroles: [\n');
    assert.equal(configuration.timezone, 'Europe/Oslo');
    assert.equal(problems.length, 1);
  });

  it('is nothing for a file without content, a comment alone, or headings whose entries are commented out', () => {
    for (const text of [
      '',
      '\n',
      '# later\n',
      '---\n',
      'rules:\n  # missing-title: off\nseverities:\n# - name: P1\n',
    ]) {
      const { configuration, problems } = read(text);
      assert.deepEqual(problems, [], JSON.stringify(text));
      assert.deepEqual(configuration.severities, defaultConfiguration.severities);
    }
  });

  it('ends, however many aliases stand for each other', () => {
    const layers = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(9)}*x${i}]`);
    const { problems } = read(['x0: &x0 [a]', ...layers, 'roles: *x9'].join('\n'));
    assert.ok(problems.length > 0);
  });

  it('follows an alias to what it stands for', () => {
    const { configuration, problems } = read(
      'severities:\n  - { name: P1, criteria: &c [Down] }\n  - { name: P2, criteria: *c }\nmetrics: {}\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration.severities[1]?.criteria, ['Down']);
  });
});
