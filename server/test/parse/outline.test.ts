import assert from 'node:assert/strict';
import { readFrontMatter } from '../../src/core/parse/frontMatter.ts';
import { readLabels } from '../../src/core/parse/labels.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline, sectionAt } from '../../src/core/parse/outline.ts';
import { anew } from '../../src/core/text/knowledge.ts';

const outlineOf = (text: string) => buildOutline(parseMarkdown(text), text);

describe('The outline of a document', () => {
  const text = '---\nkind: runbook\n---\n\n# T\n\nlead\n\n## A\n\na\n\n### A.1\n\nb\n\n## B\n';
  const outline = outlineOf(text);

  it('has front matter, title, header and nested sections', () => {
    assert.equal(outline.frontMatter?.yaml, 'kind: runbook');
    assert.equal(outline.title?.text, 'T');
    assert.equal(outline.header.length, 1);
    assert.deepEqual(
      outline.allSections.map(({ heading, parent }) => [heading.text, parent?.heading.text]),
      [
        ['A', undefined],
        ['A.1', 'A'],
        ['B', undefined],
      ],
    );
  });

  it('has sections whose spans meet without a gap', () => {
    const [a, a1, b] = outline.allSections;
    assert.ok(a && a1 && b);
    assert.equal(a.span.end, b.span.start);
    assert.equal(a1.span.end, b.span.start);
    assert.equal(a.bodySpan.end, a1.span.start);
    assert.equal(b.span.end, text.length);
    assert.equal(outline.headerSpan.end, a.span.start);
  });

  it('finds the innermost section of an offset', () => {
    assert.equal(sectionAt(outline, text.indexOf('b\n'))?.heading.text, 'A.1');
    assert.equal(sectionAt(outline, text.indexOf('lead')), undefined);
    assert.equal(sectionAt(outline, text.length)?.heading.text, 'B');
  });

  it('has no title where another heading comes first', () => {
    assert.equal(outlineOf('## A\n\n# T\n').title, undefined);
  });

  it('has no title where the front matter has it and all sections are headings of level 1', () => {
    const page = outlineOf('---\ntitle: Outage\n---\n\nIntro.\n\n# Date\n\n2024-01-15\n\n# Timeline\n');
    assert.equal(page.title, undefined);
    assert.deepEqual(
      page.sections.map(({ heading }) => heading.text),
      ['Date', 'Timeline'],
    );
    assert.equal(outlineOf('---\ntitle: Outage\n---\n\n# Outage\n\n## Date\n').title?.text, 'Outage');
  });

  it('has a title and no section, sections and no title, or nothing', () => {
    assert.equal(outlineOf('# T').allSections.length, 0);
    assert.equal(outlineOf('## A').sections.length, 1);
    assert.equal(outlineOf('').sections.length, 0);
  });

  it('reads a thousand levels of quotation and of lists', () => {
    assert.doesNotThrow(() => outlineOf(`${'> '.repeat(1000)}x\n\n${'- '.repeat(1000)}x`));
  });
});

describe('The front matter', () => {
  it('has keys and values at their places', () => {
    const text = '---\nkind: runbook\ntags: [a, b]\n---\n';
    const [kind, tags] = readFrontMatter(outlineOf(text)).entries;
    assert.ok(kind && tags);
    assert.equal(text.slice(kind.valueSpan.start, kind.valueSpan.end), 'runbook');
    assert.equal(text.slice(tags.keySpan.start, tags.keySpan.end), 'tags');
    assert.deepEqual(tags.value, ['a', 'b']);
  });

  it('writes nothing of its own to standard error, whatever the keys are', () => {
    const warned: string[] = [];
    const listen = ({ message }: Error): void => void warned.push(message);
    process.on('warning', listen);
    readFrontMatter(outlineOf('---\nkind: runbook\nx: { ? [a] : b }\n---\n'));
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      process.off('warning', listen);
      assert.deepEqual(warned, []);
    });
  });

  it('says in one sentence, and where, what can not be read, and keeps the rest', () => {
    const text = '---\nkind: runbook\nowner: [a\n---\n\n# T\n';
    const { entries, problems } = readFrontMatter(outlineOf(text));
    assert.equal(entries[0]?.value, 'runbook');
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^The front matter is not valid YAML: .+ \(line \d+\)\.$/);
    assert.ok((problems[0]?.span.start ?? 0) >= text.indexOf('owner'));
  });
});

describe('Labelled values', () => {
  const cases: readonly (readonly [what: string, text: string, label: string, value: string])[] = [
    ['bold with the colon inside', '# T\n\n**Date:** 2024-01-15', 'Date', '2024-01-15'],
    ['bold with the colon outside', '# T\n\n**Date**: 2024-01-15', 'Date', '2024-01-15'],
    ['underscores', '# T\n\n__Date:__ 2024-01-15', 'Date', '2024-01-15'],
    ['a hard break', '# T\n\n**Date:** 2024-01-15\\\n**Status:** x', 'Date', '2024-01-15'],
    ['a bullet', '# T\n\n- **Date**: 2024-01-15', 'Date', '2024-01-15'],
    ['a plain bullet', '# T\n\n- Date: 2024-01-15', 'Date', '2024-01-15'],
    ['a plain line of the header', '# T\n\nDate: 2024-01-15', 'Date', '2024-01-15'],
    ['a table of two columns', '# T\n\n| Date | 2024-01-15 |\n|--|--|\n| Status | x |', 'Date', '2024-01-15'],
    ['no value yet', '# T\n\n**Date:**', 'Date', ''],
    [
      'a bullet in a section',
      '# T\n\n## Impact\n\n- **Users Affected:** 45,000 (30%)',
      'Users Affected',
      '45,000 (30%)',
    ],
  ];
  for (const [what, text, label, value] of cases) {
    it(`are read from ${what}`, () => {
      const [found] = readLabels(outlineOf(text), { text, ...anew });
      assert.equal(found?.label, label);
      assert.equal(found.value, value);
      assert.equal(text.slice(found.valueSpan.start, found.valueSpan.end), value);
      assert.equal(text.slice(found.labelSpan.start, found.labelSpan.end), label);
    });
  }

  it('are not read from code, nor from a stamp', () => {
    const text = '# T\n\n```\n**Date:** x\n```\n\n## Timeline\n\n- **14:23** - a\n- 14:25: b\n';
    assert.deepEqual(readLabels(outlineOf(text), { text, ...anew }), []);
  });
});
