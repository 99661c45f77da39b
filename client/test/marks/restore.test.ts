import assert from 'node:assert/strict';
import { EventEmitter, Uri, workspace, type Memento, type TextDocument } from 'vscode';
import type { StepAtResult } from '../../../server/src/protocol/channels.ts';
import type { StepResult } from '../../src/terminal/stepResult.ts';
import { StepMarks } from '../../src/ui/stepMarks.ts';
import { closeEditors, placeOf, show } from '../documents.ts';
import { until } from '../until.ts';

/** What a window leaves to the next one. */
function memoryOfWindows(): Memento & { setKeysForSync(): void } {
  const values = new Map<string, string>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, absent?: T) => {
      const text = values.get(key);
      if (text === undefined) return absent;
      const value: T = JSON.parse(text);
      return value;
    },
    update: async (key: string, value: unknown) => void values.set(key, JSON.stringify(value)),
    setKeysForSync: () => {},
  };
}

const step = (first: number): StepAtResult => ({
  id: 'look',
  document: 'Marks',
  title: 'Look',
  command: 'true',
  lines: [first + 1],
  language: 'bash',
  runnable: true,
  parameters: [],
  version: 1,
  range: { start: { line: first, character: 0 }, end: { line: first + 2, character: 3 } },
});
const ended: StepResult = {
  state: 'failed',
  exitCode: 3,
  startedAt: '2026-01-15T14:50:00.000Z',
  durationMs: 10,
  command: 'true',
};

describe('The marks of steps in the next window', () => {
  const read = new EventEmitter<{ readonly uri: string }>();
  let document: TextDocument;
  const windows: StepMarks[] = [];
  const open = (memory: Memento, list: () => Promise<readonly StepAtResult[] | undefined>): StepMarks => {
    const marks = new StepMarks(memory, { list, onDidRead: read.event });
    windows.push(marks);
    return marks;
  };

  before(async () => {
    ({ document } = await show('marks.md', '# Marks\n\n```bash\ntrue\n```\n'));
  });
  afterEach(() => {
    for (const marks of windows.splice(0)) marks.dispose();
  });
  after(async () => {
    read.dispose();
    await closeEditors();
    await workspace.fs.delete(placeOf('marks.md'));
  });

  const runIn = (marks: StepMarks, { state }: Pick<StepResult, 'state'> = ended): void => {
    marks.set(document, step(2), { state: 'running', startedAt: ended.startedAt });
    marks.set(document, step(2), { ...ended, state });
  };

  it('come back, without what ran', async () => {
    const memory = memoryOfWindows();
    runIn(open(memory, async () => [step(2)]));
    const next = open(memory, async () => [step(2)]);
    const run = await until('the mark to come back', () => next.runOf(document, 'look'));
    assert.deepEqual(run, { ...ended, command: '' });
  });

  it('come back once the document is read, where the server was not there in time', async () => {
    const memory = memoryOfWindows();
    runIn(open(memory, async () => [step(2)]));
    let asked = 0;
    const next = open(memory, async () => {
      asked++;
      if (asked === 1) return undefined;
      if (asked === 2) throw new Error('The connection was closed.');
      return [step(2)];
    });
    for (const times of [1, 2, 3]) {
      await until(`question ${times}`, () => asked === times);
      if (times < 3) assert.equal(next.runOf(document, 'look'), undefined);
      // A question that is still open is not asked twice.
      await until('the next question', () => {
        read.fire({ uri: document.uri.toString() });
        return asked > times || next.runOf(document, 'look') !== undefined;
      });
    }
    assert.equal(next.runOf(document, 'look')?.state, 'failed');
  });

  it('of another document do not get lost while one waits for the server', async () => {
    const memory = memoryOfWindows();
    runIn(open(memory, async () => [step(2)]));
    const next = open(memory, () => new Promise(() => {}));
    const other = await workspace.openTextDocument({
      content: '# Other\n\n```bash\ntrue\n```\n',
      language: 'markdown',
    });
    next.set(other, step(2), { state: 'running', startedAt: ended.startedAt });
    const third = open(memory, async () => [step(2)]);
    await until('the mark to come back', () => third.runOf(document, 'look'));
  });

  it('of a step that ran when the window went are unknown', async () => {
    const memory = memoryOfWindows();
    open(memory, async () => [step(2)]).set(document, step(2), { state: 'running', startedAt: ended.startedAt });
    const next = open(memory, async () => [step(2)]);
    const run = await until('the mark to come back', () => next.runOf(document, 'look'));
    assert.equal(run.state, 'unknown');
  });

  it('of a block that was changed meanwhile are gone', async () => {
    const memory = memoryOfWindows();
    runIn(open(memory, async () => [step(2)]));
    let asked = false;
    const next = open(memory, async () => {
      asked = true;
      return [{ ...step(2), id: 'another' }];
    });
    await until('the question', () => asked);
    assert.equal(next.runOf(document, 'look'), undefined);
    assert.equal(next.runOf({ uri: Uri.file('/nowhere.md') }, 'look'), undefined);
  });
});
