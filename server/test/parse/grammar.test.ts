import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parserFor, parseWithAll } from '../../src/core/parse/grammar.ts';

const corpus = process.env['INCIDENT_DOCS_CORPUS'];

/** What the constructs that a text may do without begin and end with, and what turns them into something else. */
const pieces = [
  'a',
  'B1',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '.',
  '-',
  '_',
  '+',
  '@',
  'a@b.c',
  '.@.c',
  'www.',
  'WWW.a.b',
  'http',
  'HTTPS:',
  '://',
  'https://x.y/z_(a)',
  'mailto:',
  'xmpp:a@b.c/d',
  '/',
  '|',
  ':',
  ':-',
  '-:',
  '\n:-\n',
  '\n-|-\n',
  '\\',
  '`',
  '*',
  '~',
  '[',
  ']',
  '](',
  ')',
  '<',
  '>',
  '&lt;',
  '\n- ',
  '\n> ',
];

describe('parserFor', () => {
  const texts = [
    'write to ops@example.com',
    'see www.example.com',
    'see https://example.com/a',
    'see HTTP://EXAMPLE.COM',
    'a | b\n- | -\n1 | 2\n',
    'one\n:-\n1\n',
    'one\n-:\n1\n',
    'plain words',
  ];
  for (const text of texts) {
    it(`finds in "${text.replaceAll('\n', '\\n')}" what the whole grammar finds`, () => sameTree(text));
  }

  it('leaves out of the grammar only what a text has no sign of', function () {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => sameTree(parts.join(''))),
      { numRuns: 1500, seed: 20240115 },
    );
  });
});

describe('parserFor on real documents', function () {
  before(function () {
    // The run of all tests says that these are left out.
    if (corpus === undefined) this.skip();
  });

  it('finds what the whole grammar finds', function () {
    const folder = corpus ?? '';
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    for (const name of names.toSorted().filter((_, index) => index % 9 === 0))
      sameTree(readFileSync(join(folder, name), 'utf8'));
  });
});

function sameTree(text: string): void {
  assert.equal(JSON.stringify(parserFor(text)(text)), JSON.stringify(parseWithAll(text)));
}
