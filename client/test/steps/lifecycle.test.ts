import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { window } from 'vscode';
import { placeOf } from '../documents.ts';
import { closeTerminals, terminalOf, terminalsOf, writeRunbook, type TestRunbook } from '../runbooks.ts';
import { until } from '../until.ts';
import { leftovers } from './leftovers.ts';

const blocks = {
  ask: 'printf go > ready.txt\nread -r answer\nprintf %s "$answer" > answer.txt',
  wait: 'printf go > ready.txt\nsleep 600\nprintf no > not-reached.txt',
  stubborn: "trap '' INT\nprintf go > ready.txt\nsleep 30",
  short: 'printf short > short.txt',
} as const;

describe('A step that takes its time', () => {
  let runbook: TestRunbook<keyof typeof blocks>;
  const ready = placeOf('ready.txt').fsPath;
  const isReady = () => until('the step to run', () => existsSync(ready));

  beforeEach(async () => {
    runbook = await writeRunbook('Patience', blocks);
    await rm(ready, { force: true });
  });
  afterEach(async () => {
    await closeTerminals();
    await until('the files to go', () => leftovers().length === 0);
    assert.equal(existsSync(placeOf('not-reached.txt').fsPath), false);
  });

  it('reads what the person types, not its own next line', async () => {
    const result = runbook.run('ask');
    await isReady();
    terminalOf(runbook).sendText('typed by a person');
    assert.equal((await result).state, 'succeeded');
    assert.equal(await readFile(placeOf('answer.txt').fsPath, 'utf8'), 'typed by a person');
  });

  it('is not typed into: another step gets a terminal of its own', async () => {
    const first = runbook.run('ask');
    await isReady();
    assert.equal((await runbook.run('short')).state, 'succeeded');
    assert.deepEqual(
      terminalsOf(runbook).map(({ name }) => name),
      ['Patience', 'Patience 2'],
    );
    terminalOf(runbook).sendText('');
    assert.equal((await first).state, 'succeeded');
  });

  it('is stopped by its command', async () => {
    const result = runbook.run('wait');
    await isReady();
    assert.equal((await runbook.stop('wait')).state, 'stopped');
    assert.equal((await result).state, 'stopped');
    assert.equal((await runbook.run('short')).state, 'succeeded');
    assert.equal(terminalsOf(runbook).length, 1);
  });

  it('that does not heed Ctrl-C does not keep anyone waiting, and is not typed into', async () => {
    const result = runbook.run('stubborn');
    await isReady();
    const { state, reason } = await runbook.stop('stubborn');
    assert.equal(state, 'unknown');
    assert.match(reason ?? '', /has not ended/);
    assert.equal((await result).state, 'unknown');
    assert.equal((await runbook.run('short')).state, 'succeeded');
    assert.equal(terminalsOf(runbook).length, 2);
  });

  it('is not run where the person runs something', async () => {
    assert.equal((await runbook.run('short')).state, 'succeeded');
    const begun = new Promise<void>((resolve) => {
      const subscription = window.onDidStartTerminalShellExecution(() => {
        subscription.dispose();
        resolve();
      });
    });
    terminalOf(runbook).sendText('sleep 30');
    await begun;
    assert.equal((await runbook.run('short')).state, 'succeeded');
    assert.equal(terminalsOf(runbook).length, 2);
  });

  it('interrupted in the terminal is no success', async () => {
    const result = runbook.run('wait');
    await isReady();
    terminalOf(runbook).sendText('\u0003', false);
    const { state, reason } = await result;
    assert.equal(state, 'unknown');
    assert.match(reason ?? '', /Ctrl-C/);
    assert.equal((await runbook.run('short')).state, 'succeeded');
    assert.equal(terminalsOf(runbook).length, 1);
  });

  it('whose terminal is closed ends as unknown, with the reason', async () => {
    const result = runbook.run('wait');
    await isReady();
    terminalOf(runbook).dispose();
    const { state, exitCode, reason } = await result;
    assert.deepEqual([state, exitCode], ['unknown', undefined]);
    assert.match(reason ?? '', /closed/);
  });

  it('is not stopped where it does not run', async () => {
    const { reason } = await runbook.stop('short');
    assert.match(reason ?? '', /not running/);
  });
});
