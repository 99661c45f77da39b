import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { inspectionOf } from '../../src/cli/inspection.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { readConfiguration } from '../../src/core/configuration/read.ts';
import { analyze, type Analysis } from '../../src/core/lint.ts';
import { documentFacts } from '../../src/core/model/facts.ts';
import { incidentDuration } from '../../src/core/model/timeline/milestones.ts';
import { createMemory } from '../../src/core/parse/memory.ts';
import { rules } from '../../src/core/rules/index.ts';
import { freeMemory } from '../../src/lsp/freeMemory.ts';
import { createRecall } from '../../src/core/text/recall.ts';
import { fixture } from '../protocol/documents.ts';
import { testEnvironment } from '../rules/ruleRun.ts';

const corpus = process.env['INCIDENT_DOCS_CORPUS'];

const documents: readonly { readonly path: string; readonly text: string }[] = [
  { path: '/work/postmortems/outage.md', text: fixture('protocol/outage.md').text },
  {
    path: '/work/runbooks/queue.md',
    text: '# Runbook: Queue {name}\n\n## Symptoms\n\n- The queue grows\n\n## Resolution Steps\n\n### 1. Look\n\n```bash\nkubectl get pods -n {name}\n```\n\nYou should see pods.\n\n### 2. Delete\n\n```bash\nkubectl delete pod x --password=hunter2\n```\n\n```\nls\n```\n\n## Escalation\n\n- Primary: Queue team\n\n## Escalation\n\nTBD\n',
  },
  ...['bold-headings', 'html-blocks'].map((name) => ({
    path: `/work/postmortems/${name}.md`,
    text: fixture(`styles/postmortems/${name}.md`).text,
  })),
];
const pieces = [
  '**Impact**\n\n',
  '**Timeline**\n\n',
  '<h2>Summary</h2>\n',
  'x',
  ' ',
  '\n',
  '\n\n',
  '# ',
  '## Impact\n',
  '```bash\nrm -rf /x\n```\n',
  '- **09:00** - x\n',
  '- Jan 14\n',
  '- 19 x\n',
  '(web 2, api 3)',
  'human error',
  '|',
  '**Date:** ',
  'TODO',
  '[x](y.md)',
  '"',
  '- Total: 3\n',
  'resolved after 5 minutes',
  '{p}',
];
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(30)),
  text: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }).map((parts) => parts.join('')),
});

/** What the documents are, whatever their titles and sections say. */
const kinds =
  'documents:\n  - { files: runbooks/**, kind: runbook }\n  - { files: postmortems/**, kind: postmortem }\n';

type Text = (typeof documents)[number];

/** The real documents as what a person says they are, wherever they lie. */
function realDocuments(folder: string): readonly Text[] {
  const index: readonly { readonly repo: string; readonly path: string; readonly kind: string }[] = JSON.parse(
    readFileSync(join(folder, 'index.json'), 'utf8'),
  );
  return index
    .filter(({ kind }) => kind === 'runbook' || kind === 'postmortem')
    .map(({ repo, path, kind }) => ({
      path: `/work/${kind}s/${path}`,
      text: readFileSync(join(folder, repo.replace('/', '+'), path), 'utf8'),
    }))
    .filter(({ text }) => text.length < 20_000);
}

async function checkEdits(texts: readonly Text[], numRuns: number, milliseconds: number): Promise<void> {
  const nobody = testEnvironment(openNodeWorkspace('/work'));
  const { configuration } = readConfiguration(kinds, { rules, templates: nobody.templates });
  const environment = { ...nobody, configuration };
  const recall = createRecall();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(edit, { minLength: 2, maxLength: 8 }),
      async (document, edits) => {
        const memory = createMemory(recall);
        let { text } = document;
        for (const { from, length, text: inserted } of edits) {
          const start = Math.floor(from * (text.length + 1));
          text = text.slice(0, start) + inserted + text.slice(start + length);
          const source = { path: document.path, text };
          const remembered = shownOf(await analyze(source, environment, undefined, memory));
          assert.deepEqual(remembered, shownOf(await analyze(source, environment)));
        }
        assert.ok(memory.holds());
      },
    ),
    { numRuns, interruptAfterTimeLimit: milliseconds, seed: 20240115 },
  );
}

/** What is seen of a reading: its findings and its model, whatever either is made of. */
function shownOf({ document, diagnostics }: Analysis) {
  const sections = document?.outline.allSections.map(({ path, span, bodySpan, parent, children }) => ({
    path,
    span,
    bodySpan,
    parent: parent?.path,
    children: children.map(({ heading }) => heading.span),
  }));
  const top = document?.outline.sections.map(({ heading }) => heading.span);
  const { placeholders, links, title, fields, timeline } = document ?? {};
  const prose = document?.prose.map((passage) => [passage.words, passage.span, passage.spanOf(0, 1)]);
  const labels = fields?.map(({ label, labelSpan, value, valueSpan }) => [label, labelSpan, value, valueSpan]);
  const facts = document && documentFacts(document);
  const duration = document?.timeline && incidentDuration(document.timeline);
  return {
    diagnostics,
    model: inspectionOf('a.md', document),
    parts: { sections, top, placeholders, links, title, labels, prose, facts, timeline, duration },
  };
}

describe('a reading with a memory', () => {
  it('says what a reading without one says, after any edits, though documents share what they recall', async function () {
    await checkEdits(documents, 400, 6_000);
  });
});

describe('What a memory keeps of a text that is read for the first time', () => {
  it('is nothing, however often its tree is asked for; of later texts it is what their parts say', () => {
    const memory = createMemory();
    const text = '# Title\n\nOne\n\nTwo\n';
    let made = 0;
    const make = (): number[] => [++made];
    const askTwice = (latest: string): void => {
      memory.markdown(latest);
      const { children } = memory.markdown(latest).tree;
      memory.each(make, children);
      memory.each(make, children);
    };
    askTwice(text);
    assert.equal(made, 6);
    askTwice(`${text}\nThree\n`);
    assert.equal(made, 10);
  });
});

describe('What a memory keeps of a long document', () => {
  it('is one version of its text, however often it is changed', async function () {
    const nobody = testEnvironment(openNodeWorkspace('/work'));
    const parts = Array.from({ length: 400 }, (_, index) => [
      `### ${index}. Look at the service`,
      `The service number ${index} may be slow. `.repeat(15),
      `\`\`\`bash\nkubectl get pods -n service-${index} | grep ${index}\n\`\`\``,
      `**Owner ${index}:** the team that has the service number ${index}, and TODO`,
    ]);
    const memory = createMemory();
    const read = async (): Promise<number> => {
      const text = ['# Runbook: Services', '## Investigation Steps', ...parts.flat()].join('\n\n');
      await analyze({ path: '/work/runbooks/services.md', text }, nobody, undefined, memory);
      return text.length;
    };
    await read();
    const length = await read();
    await freeMemory();
    const before = process.memoryUsage().heapUsed;
    for (const part of parts.slice(0, 100)) {
      for (const index of part.keys()) {
        part[index] = part[index]?.replace('service', 'server') ?? '';
        await read();
      }
    }
    await freeMemory();
    const growth = process.memoryUsage().heapUsed - before;
    assert.ok(growth < 60 * length, `${growth} bytes more than before, ${length} in the text`);
  });

  it('is one version of its timeline and of its actions', async function () {
    const nobody = testEnvironment(openNodeWorkspace('/work'));
    const numbers = Array.from({ length: 400 }, (_, index) => index);
    const entries = numbers.map(
      (index) =>
        `- 2024-01-15 ${String(10 + Math.floor(index / 60))}:${String(index % 60).padStart(2, '0')} - Node ${index} failed`,
    );
    const actions = numbers.map(
      (index) => `| Replace the service's node ${index} | @ann of the team | 2024-02-01 | Open |`,
    );
    const memory = createMemory();
    const read = async (): Promise<number> => {
      const table = ['| Action | Owner | Due Date | Status |', '| --- | --- | --- | --- |', ...actions].join('\n');
      const parts = ['# Postmortem: Nodes', '## Timeline (UTC)', entries.join('\n'), '## Action Items', table];
      const text = `${parts.join('\n\n')}\n`;
      await analyze({ path: '/work/postmortems/nodes.md', text }, nobody, undefined, memory);
      return text.length;
    };
    const change = async (from: number, to: number): Promise<void> => {
      for (const list of [entries, actions])
        for (let index = from; index < to; index++) {
          list[index] = list[index]?.replace('ode', 'odes') ?? '';
          await read();
        }
    };
    const length = await read();
    await change(0, 40);
    await freeMemory();
    const before = process.memoryUsage().heapUsed;
    await change(40, 80);
    await freeMemory();
    const growth = process.memoryUsage().heapUsed - before;
    assert.ok(growth < 60 * length, `${growth} bytes more than before, ${length} in the text`);
  });
});

describe('a reading of a real document with a memory', function () {
  before(function () {
    // The run of all tests says that these are left out.
    if (corpus === undefined) this.skip();
  });

  it('says what a reading without one says, after any edits', async function () {
    await checkEdits(realDocuments(corpus ?? ''), 100_000, 8_000);
  });
});
