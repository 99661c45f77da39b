import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import type { Environment } from '../../src/core/lint.ts';
import { assertFixedOnce, assertSound } from './fixLaws.ts';
import { testEnvironment } from './ruleRun.ts';

/** Every other path is there, so that links are both alive and dead. */
const environment: Environment = testEnvironment({
  root: '/w',
  exists: (path) => Promise.resolve(path.length % 2 === 0),
  read: () => Promise.resolve('# Elsewhere\n\n## Impact\n'),
  markdownFiles: () => Promise.resolve(['/w/runbooks/a.md', '/w/rollback.md']),
});

const examples = ['postmortem', 'runbook'].map((name) => readFileSync(`server/test/fixtures/seeds/${name}.md`, 'utf8'));
const texts = [...examples, ...builtInTemplates().map(({ body }) => body)];
const paths = fc.constantFrom('/w/runbooks/a.md', '/w/postmortems/2024-01-15-b.md', '/w/incidents/c.md', 'untitled');
const wholes = fc.constantFrom(...texts);

/** A document that stops anywhere. */
const truncated = fc.tuple(wholes, fc.nat(5000)).map(([text, length]) => text.slice(0, length));
/** The beginning of one document and the end of another. */
const spliced = fc
  .tuple(wholes, fc.nat(3000), wholes, fc.nat(3000))
  .map(([first, end, second, start]) => first.slice(0, end) + second.slice(start));
/** Lines of documents in any order, some of them more than once, with either line ending. */
const shuffled = fc
  .tuple(fc.array(fc.constantFrom(...texts.flatMap((text) => text.split('\n'))), { maxLength: 60 }), fc.boolean())
  .map(([lines, windows]) => `# Postmortem: X\n${lines.join('\n')}`.replaceAll('\n', windows ? '\r\n' : '\n'));
/** A document with other signs strewn into it. */
const strewn = fc
  .tuple(wholes, fc.array(fc.tuple(fc.nat(4000), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 }))
  .map(([text, insertions]) => insertions.reduce((so, [at, words]) => so.slice(0, at) + words + so.slice(at), text));
const anything = fc.string({ unit: 'binary', maxLength: 400 }).map((text) => `# Runbook: ${text}`);

/** The same texts in each run, so that what is found is found again; other seeds search further. */
const seed = 20_240_118;

describe('Any text', () => {
  const kinds: readonly (readonly [string, fc.Arbitrary<string>])[] = [
    ['of arbitrary signs', anything],
    ['that stops anywhere', truncated],
    ['of two documents', spliced],
    ['of shuffled lines', shuffled],
    ['with other signs strewn in', strewn],
  ];
  for (const [what, arbitrary] of kinds) {
    it(`${what} is read to its end, with fixes that can be made`, () =>
      fc.assert(
        fc.asyncProperty(paths, arbitrary, async (path, text) => {
          await assertSound({ path, text }, environment);
        }),
        { numRuns: 150, seed },
      ));

    it(`${what} is fixed in one go`, () =>
      fc.assert(
        fc.asyncProperty(paths, arbitrary, async (path, text) => {
          await assertFixedOnce({ path, text }, environment);
        }),
        { numRuns: 40, seed },
      ));
  }
});
