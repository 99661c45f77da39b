import assert from 'node:assert/strict';
import { isConfiguration } from '../../src/core/configuration/file.ts';
import { rules } from '../../src/core/rules/index.ts';
import { plainOf } from '../../src/core/shapes/write.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { readPages, type PageExample } from './pages.ts';
import { runRule, testClock } from './ruleRun.ts';

/** A workspace in which the examples of one heading are all the files there are. */
function holding(examples: readonly PageExample[]): Workspace {
  const texts = new Map(examples.map(({ path, text }) => [path, text]));
  return {
    root: '/',
    exists: (path) => Promise.resolve(texts.has(path)),
    read: (path) => Promise.resolve(texts.get(path)),
    markdownFiles: () => Promise.resolve([...texts.keys()]),
  };
}

const sections = ['What it finds', 'Why', 'Wrong', 'Right', 'Options', 'When to turn it off'];

describe('Pages of the rules', () => {
  for (const page of readPages()) {
    const rule = rules.find(({ id }) => id === page.id);
    if (!rule) continue; // The consistency test says so.
    describe(page.id, () => {
      it('agrees with the rule', () => {
        assert.equal(page.heading, `# ${rule.id}`);
        assert.equal(page.summary.replaceAll('’', "'"), rule.summary.replaceAll('’', "'"));
        assert.deepEqual(page.sections, sections);
        const facts = /^Level: ([a-z]+)(?:[ ,][^·]*)? · Kinds: ([a-z, ]+) · Fix: (.+)$/.exec(page.facts);
        assert.ok(facts, `the facts must read "Level: … · Kinds: … · Fix: …", not "${page.facts}"`);
        const [, level, kinds, fix] = facts;
        assert.equal(level, rule.level);
        assert.deepEqual(kinds?.split(', '), [...rule.kinds]);
        assert.equal(fix !== 'none', rule.fixable, 'whether it has a fix');
      });

      it('tells of each option with its default, and of none that is not there', () => {
        const options = Object.entries(rule.options ?? {});
        const told = [...page.options.matchAll(/^`(\w+)`:/gm)].map(([, key]) => key);
        assert.deepEqual(
          told,
          options.map(([key]) => key),
        );
        for (const [key, shape] of options) {
          const value = plainOf(shape.fallback?.value, shape);
          const isEmpty = Array.isArray(value) && value.length === 0;
          if (!isEmpty)
            assert.ok(page.options.includes(`${JSON.stringify(value)} by default`), `the default of "${key}"`);
        }
        if (options.length === 0) assert.match(page.options, /^None\b/);
      });

      it('shows at least one wrong and one right document', () => {
        assert.ok(page.wrong.length > 0 && page.right.length > 0);
      });

      for (const [index, example] of page.wrong.entries()) {
        it(`wrong example ${index + 1} is found`, async () => {
          const { document, findings } = await runRule(rule, example, holding(page.wrong), testClock);
          assert.ok(document ?? isConfiguration(example.path), 'the example is no document of a kind');
          assert.notEqual(findings.length, 0);
        });
      }
      for (const [index, example] of page.right.entries()) {
        it(`right example ${index + 1} passes`, async () => {
          const { document, findings } = await runRule(rule, example, holding(page.right), testClock);
          assert.ok(document ?? isConfiguration(example.path), 'the example is no document of a kind');
          assert.deepEqual(
            findings.map(({ message }) => message),
            [],
          );
        });
      }
    });
  }
});
