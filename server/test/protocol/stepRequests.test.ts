import assert from 'node:assert/strict';
import {
  stepsRequest,
  type ListedStep,
  type Refusal,
  type StepsResult,
  type TimelineEntryResult,
} from '../../src/protocol/channels.ts';
import {
  afterFailureRequest,
  entryOutputRequest,
  maskRequest,
  stepGuardsRequest,
  type AfterFailureResult,
  type MaskResult,
  type StepGuardsResult,
} from '../../src/protocol/guards.ts';
import { edited, lineOf } from './documents.ts';
import { incident, openHarbour, type Harbour } from './harbour.ts';

const runbook = `---
kind: runbook
context: { kube: prod-eu, moon: tranquility }
idempotent: false
---

# Runbook: Slow crane

## Resolution Steps

### Remove the cache

\`\`\`bash
rm -rf /var/cache/crane
\`\`\`

## Rollback

Restore the cache.
`;

describe('requests about steps and what they leave', () => {
  let harbour: Harbour;
  let step: ListedStep;
  const uri = (): string => harbour.uriOf('runbooks/crane.md');
  before(async () => {
    harbour = await openHarbour();
    await harbour.client.open(uri(), runbook);
    const { steps } = await harbour.client.request<StepsResult>(stepsRequest, {
      uri: uri(),
      scope: 'document',
      line: 0,
    });
    const [first] = steps;
    assert.ok(first);
    step = first;
  });
  after(() => harbour.close());

  it('tell why one is dangerous, where it expects to run, and that it runs once', async () => {
    const guards = await harbour.client.request<StepGuardsResult>(stepGuardsRequest, {
      uri: uri(),
      id: step.id,
      command: step.command,
      shown: `TOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345 ${step.command}`,
    });
    assert.equal(guards.version, 1);
    assert.equal(guards.dangers.length, 1);
    assert.match(guards.dangers[0]?.command ?? '', /^rm -rf/);
    assert.deepEqual(
      guards.expected.map(({ kind, values }) => [kind, values]),
      [['kubernetes', ['prod-eu']]],
    );
    assert.deepEqual(guards.unknownContexts, ['moon']);
    assert.equal(guards.runsOnce, true);
    assert.doesNotMatch(guards.shown, /ghp_0123/);
  });

  it('name the section for when it has failed', async () => {
    const found = await harbour.client.request<AfterFailureResult>(afterFailureRequest, { uri: uri(), id: step.id });
    assert.deepEqual(found, { heading: 'Rollback', line: lineOf(runbook, '## Rollback') });
  });

  for (const request of [stepGuardsRequest, afterFailureRequest]) {
    it(`refuse a step that is gone: ${request}`, async () => {
      const params = { uri: uri(), id: 'gone', command: '', shown: '' };
      const { reason } = await harbour.client.request<Refusal>(request, params);
      assert.match(reason, /^The step has been changed or is gone/);
    });
  }

  it('hide keys and passwords', async () => {
    const { text } = await harbour.client.request<MaskResult>(maskRequest, {
      text: 'password=hunter2secret ghp_0123456789abcdefghijABCDEFGHIJ012345 and words',
    });
    assert.doesNotMatch(text, /hunter2secret|ghp_0123/);
    assert.match(text, /and words$/);
  });

  it('put a program’s output below its entry', async () => {
    const slow = harbour.uriOf('incidents/slow.md');
    const { edits } = await harbour.client.request<TimelineEntryResult>(entryOutputRequest, {
      uri: slow,
      words: 'First alerts',
      output: 'one\ntwo',
    });
    const text = edited(slow, incident, { changes: { [slow]: [...edits] } });
    assert.match(text, /- \*\*14:23\*\* - First alerts\n\n? *```[a-z]*\n *one\n *two\n *```/);
    const missing = { uri: slow, words: 'Nobody wrote this', output: 'one' };
    const { reason } = await harbour.client.request<Refusal>(entryOutputRequest, missing);
    assert.match(reason, /\.$/);
  });
});
