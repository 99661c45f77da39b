import assert from 'node:assert/strict';
import { inFolder, incidentDocs } from './program.ts';

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

interface Inspection {
  readonly path: string;
  readonly kind: string | null;
  readonly template: string | null;
  readonly title: string | null;
  readonly fields: Readonly<Record<string, { readonly value: string; readonly range: Range }>>;
  readonly timeline: readonly {
    readonly at: string | null;
    readonly reason?: string;
    readonly text: string;
    readonly milestone?: string;
    readonly range: Range;
  }[];
  readonly actionItems: readonly Readonly<Record<'text' | 'owner' | 'due' | 'status', string | null>>[];
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly command: string;
    readonly parameters: readonly string[];
    readonly range: Range;
  }[];
  readonly links: readonly { readonly target: string; readonly resolves: boolean | null; readonly range: Range }[];
}

const keys = ['path', 'kind', 'template', 'title', 'fields', 'timeline', 'actionItems', 'steps', 'links'];

async function inspect(path: string, cwd?: string): Promise<Inspection> {
  const { status, out, err } = await incidentDocs(['inspect', path], cwd === undefined ? {} : { cwd });
  assert.deepEqual([status, err], [0, '']);
  const model: Inspection = JSON.parse(out);
  assert.deepEqual(Object.keys(model), keys);
  return model;
}

describe('inspect', () => {
  it('shows a postmortem: fields, timeline, action items', async () => {
    const path = 'server/test/fixtures/seeds/postmortem.md';
    const model = await inspect(path);
    assert.deepEqual([model.path, model.kind, model.template], [path, 'postmortem', 'default']);
    assert.equal(model.title, 'Connection pool exhausted');
    assert.deepEqual(
      Object.entries(model.fields).map(([name, { value }]) => [name, value]),
      [
        ['Date', '2024-01-15'],
        ['Authors', 'Engineering Team'],
        ['Status', 'Complete'],
        ['Severity', 'SEV-2'],
        ['Duration', '2 hours 35 minutes'],
        ['Users Affected', '45,000 (30% of active users)'],
        ['Impact Duration', '2 hours 35 minutes'],
        ['Revenue Impact', '$15,000 estimated'],
        ['Services Affected', 'API, Web App, Mobile App'],
      ],
    );
    assert.deepEqual(model.fields['Date']?.range, {
      start: { line: 2, character: 10 },
      end: { line: 2, character: 20 },
    });

    assert.equal(model.timeline.length, 10);
    assert.deepEqual(model.timeline[1], {
      at: '2024-01-15T14:25:00Z',
      text: 'On-call engineer paged',
      range: { start: { line: 19, character: 0 }, end: { line: 19, character: 36 } },
    });
    assert.deepEqual(
      model.timeline.filter(({ milestone }) => milestone === 'resolved').map(({ at }) => at),
      ['2024-01-15T16:58:00Z'],
    );
    const [first] = model.actionItems;
    assert.deepEqual(Object.keys(first ?? {}), ['text', 'owner', 'due', 'status', 'range']);
    assert.deepEqual(
      [first?.text, first?.owner, first?.due, first?.status],
      ['Implement connection pool monitoring', '@alice', '2024-01-20', 'Done'],
    );
  });

  it('shows a runbook: steps and links', async () => {
    const { kind, title, steps, links } = await inspect('server/test/fixtures/seeds/runbook.md');
    assert.deepEqual([kind, title], ['runbook', 'High API Latency']);
    assert.ok(steps.length >= 7);
    for (const step of steps)
      assert.deepEqual(Object.keys(step), ['id', 'title', 'language', 'command', 'parameters', 'range']);
    assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
    assert.ok(links.length > 0 && links.every(({ resolves }) => resolves === true));
  });

  it('says why the time of an entry can’t be known, and what is missing', () =>
    inFolder({ 'a.md': scraps }, async (cwd) => {
      const { fields, timeline, actionItems, links } = await inspect('a.md', cwd);
      assert.deepEqual(Object.keys(fields), ['Status', 'Summary Status', 'Summary Status 2']);
      assert.deepEqual(
        timeline.map(({ at, text, reason }) => [at, text, typeof reason]),
        [
          [null, 'Somebody called', 'string'],
          [null, '14:75', 'string'],
        ],
      );
      assert.ok(timeline.every(({ reason }) => reason !== ''));
      assert.deepEqual([actionItems[0]?.owner, actionItems[0]?.due], [null, null]);
      assert.deepEqual(
        links.map(({ target, resolves }) => [target, resolves]),
        [
          ['gone.md', false],
          ['https://example.com', null],
        ],
      );
    }));

  it('shows nothing of what is none of our documents', () =>
    inFolder({ 'README.md': '# Some project\n\n- 14:00 - lunch\n' }, async (cwd) => {
      assert.deepEqual(await inspect('README.md', cwd), {
        path: 'README.md',
        kind: null,
        template: null,
        title: null,
        fields: {},
        timeline: [],
        actionItems: [],
        steps: [],
        links: [],
      });
    }));
});

const scraps = `# Postmortem: Disk full

**Status:** Final

## Summary

- **Status:** open
- **Status:** closed
- See [this](gone.md) and [that](https://example.com).

## Timeline

- 14:00 - Somebody called
- 14:75 - Impossible

## Action Items

| Action | Owner | Due Date |
|---|---|---|
| Add an alert | | |
`;
