import assert from 'node:assert/strict';
import { sectionAfterFailure, stepsFrom, stepsOfSection } from '../../../src/core/model/steps/course.ts';
import type { Step } from '../../../src/core/model/document.ts';
import { readSteps } from '../../../src/core/model/steps/read.ts';
import { anew } from '../../../src/core/text/knowledge.ts';
import { parseMarkdown } from '../../../src/core/parse/markdown.ts';
import { buildOutline } from '../../../src/core/parse/outline.ts';

const outline: readonly (readonly [heading: string, steps: readonly string[]])[] = [
  ['## Investigation Steps', ['a']],
  ['### 1. Look', ['b', 'c']],
  ['## Resolution Steps', ['d']],
  ['### Option 1: Scale', ['e', 'f']],
  ['### Option 2: Roll back the release', ['g']],
  ['### Once it is better', ['h']],
  ['## Verification', ['i']],
  ['## Rollback', ['j', 'k']],
  ['### If that fails', ['l']],
];
const text = ['# Runbook: Course']
  .concat(outline.flatMap(([heading, steps]) => [heading, ...steps.map((step) => `\`\`\`bash\n${step}\n\`\`\``)]))
  .join('\n\n');

const said = ({ steps: taken, choice, leftOut }: ReturnType<typeof stepsFrom>): string =>
  [
    taken.map(({ command }) => command).join(''),
    ...leftOut.map(({ heading }) => `without ${heading.text}`),
    ...(choice ? [`then choose in ${choice.heading.text}`] : []),
  ].join(', ');

describe('The course of a runbook', () => {
  const tree = parseMarkdown(text);
  const parts = buildOutline(tree, text);
  const steps: readonly Step[] = readSteps(parts, { text, ...anew }, { parameters: [], problems: [] });

  const sections: readonly [string, string][] = [
    ['Investigation Steps', 'abc'],
    ['1. Look', 'bc'],
    ['Resolution Steps', 'd, then choose in Resolution Steps'],
    ['Option 1: Scale', 'ef'],
    ['Option 2: Roll back the release', 'g'],
    ['Rollback', 'jkl'],
  ];
  for (const [heading, expected] of sections) {
    it(`of section "${heading}" is ${expected}`, () => {
      const section = parts.allSections.find((candidate) => candidate.heading.text === heading);
      assert.ok(section);
      assert.equal(said(stepsOfSection(section, steps, parts)), expected);
    });
  }

  const beginnings: readonly [string, string][] = [
    ['b', 'bcd, then choose in Resolution Steps'],
    ['f', 'fhi, without Rollback'],
    ['g', 'ghi, without Rollback'],
    ['i', 'i, without Rollback'],
    ['k', 'kl'],
  ];
  for (const [first, expected] of beginnings) {
    it(`from ${first} on is ${expected}`, () => {
      const step = steps.find(({ command }) => command === first);
      assert.ok(step);
      assert.equal(said(stepsFrom(step, steps, parts)), expected);
    });
  }
});

describe('The section for when a step has failed', () => {
  const runbook = `# Runbook: Back

## Resolution Steps

### Deploy

\`\`\`bash
a
\`\`\`

#### If this fails

### Clean up

\`\`\`bash
b
\`\`\`

## Rollback

\`\`\`bash
c
\`\`\`
`;
  const root = parseMarkdown(runbook);
  const parsed = buildOutline(root, runbook);
  const steps = readSteps(parsed, { text: runbook, ...anew }, { parameters: [], problems: [] });

  it('is the nearest one among the headings, and none from within one', () => {
    const found = steps.map((step) => sectionAfterFailure(step, parsed)?.heading.text);
    assert.deepEqual(found, ['If this fails', 'Rollback', undefined]);
  });
});
