import assert from 'node:assert/strict';
import { ThemeIcon } from 'vscode';
import type { ListedStep } from '../../../server/src/protocol/channels.ts';
import type { RunState } from '../../src/ui/stepMark.ts';
import { sectionItem, stepItem } from '../../src/views/stepItems.ts';

const at = { line: 4, character: 0 };
const step: ListedStep = {
  version: 1,
  id: 'fix/restart-pods#1',
  title: 'Restart pods',
  document: 'Pods',
  language: 'bash',
  command: 'kubectl rollout restart deploy/api',
  runnable: true,
  range: { start: at, end: { line: 6, character: 3 } },
  lines: [5],
  number: 3,
  section: 'Fix',
  sectionLine: 2,
  parameters: [],
};
const node = { uri: 'file:///work/runbooks/pods.md', line: 4 };
const ended = { startedAt: '2024-01-15T14:50:00.000Z', durationMs: 3200, command: '' };

describe('A step in the Runbook view', () => {
  const cases: readonly [RunState | undefined, label: string, description: string, contextValue: string][] = [
    [undefined, 'Step 3, Restart pods, not run', '', 'step'],
    [{ state: 'running', startedAt: ended.startedAt }, 'Step 3, Restart pods, running', '⟳ running', 'step.running'],
    [
      { state: 'failed', exitCode: 1, ...ended },
      'Step 3, Restart pods, failed, exit 1',
      '✗ exit 1 · 3.2 s · 14:50Z',
      'step.ended',
    ],
    [
      { state: 'succeeded', exitCode: 0, ...ended },
      'Step 3, Restart pods, succeeded',
      '✓ exit 0 · 3.2 s · 14:50Z',
      'step.ended',
    ],
    [
      { state: 'unknown', reason: 'Nobody knows.', ...ended },
      'Step 3, Restart pods, exit unknown',
      '? exit unknown · 3.2 s · 14:50Z',
      'step.ended',
    ],
  ];
  for (const [run, label, description, contextValue] of cases) {
    it(`is read aloud as "${label}"`, () => {
      const item = stepItem(step, node, run);
      assert.equal(item.accessibilityInformation?.label, label);
      assert.deepEqual([item.description, item.contextValue], [description, contextValue]);
      assert.ok(item.iconPath instanceof ThemeIcon);
      assert.equal(item.command?.command, 'vscode.open');
    });
  }

  it('stands below its section', () => {
    assert.deepEqual([sectionItem(step, node).label, sectionItem(step, node).contextValue], ['Fix', 'section']);
  });
});
