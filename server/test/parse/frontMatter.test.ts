import assert from 'node:assert/strict';
import { readFrontMatter } from '../../src/core/parse/frontMatter.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline } from '../../src/core/parse/outline.ts';
import { slice } from '../../src/core/text/slice.ts';

function read(yaml: string) {
  const text = `---\n${yaml}\n---\n\n# Runbook: Disk full\n`;
  const { entries, problems } = readFrontMatter(buildOutline(parseMarkdown(text), text));
  return {
    entries: entries.map(({ key, value }) => [key, value]),
    problems: problems.map(({ span, message }) => [slice(text, span), message]),
  };
}

describe('readFrontMatter', () => {
  it('reads what is there', () => {
    const { entries, problems } = read('kind: runbook\ntags: [a, b]\nowner:\nreviewed: 2024-01-15');
    assert.deepEqual(problems, []);
    assert.deepEqual(entries, [
      ['kind', 'runbook'],
      ['tags', ['a', 'b']],
      ['owner', null],
      ['reviewed', '2024-01-15'],
    ]);
  });

  const broken: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'a list that is not closed',
      'kind: runbook\ntags: [a',
      '',
      /^The front matter is not valid YAML: .* \(line 3\)\.$/,
    ],
    [
      'a colon in the middle of a value',
      'title: Disk: full',
      'Disk: full',
      /^The value of "title" .* in quotes \(line 2\)\.$/,
    ],
    [
      'a text in place of keys',
      'Some words',
      '---\nSome words\n---',
      /^The front matter is no list of `key: value` lines/,
    ],
    [
      'emphasis, which YAML takes for a reference',
      'note: *bold*',
      '*bold*',
      /^The value of "note" .* write it in quotes/,
    ],
    ['a reference within a value', 'note: { a: *b }', '{ a: *b }', /^The value of "note" /],
  ];
  for (const [name, yaml, place, message] of broken) {
    it(`says what is wrong with ${name}`, () => {
      const [problem, ...others] = read(yaml).problems;
      assert.deepEqual(others, []);
      assert.equal(problem?.[0], place);
      assert.match(problem[1] ?? '', message);
    });
  }

  it('does not let references grow beyond measure', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe']) {
      lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(', ')}]`);
    }
    const { entries, problems } = read(lines.join('\n'));
    assert.equal(entries.length, lines.length);
    assert.ok(problems.some(([, message]) => /^The value of "f" .*can't be read/.test(message ?? '')));
  });
});
