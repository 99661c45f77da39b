import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openReadingQueue, type ReadingQueue } from '../../src/lsp/readingQueue.ts';
import type { ReadingThread, ThreadReading } from '../../src/lsp/readingThread.ts';

/** So long that two documents are worth a thread. */
const text = 'x'.repeat(800_000);

const found: ThreadReading = {
  facts: undefined,
  diagnostics: [],
  holds: { from: 0, until: 1 },
  seen: {},
  unread: undefined,
  status: { uri: 'a', version: 1 },
  root: undefined,
  settled: {},
};

/** A queue whose threads answer when a test says so, and what has become of its documents. */
function opened() {
  const threads: { given: string[]; answer: () => void; die: () => void; isOver: boolean }[] = [];
  const queue = openReadingQueue((died) => {
    const answers: ((found: ThreadReading | undefined) => void)[] = [];
    const thread = { given: [] as string[], answer: () => answers.shift()?.(found), die: died, isOver: false };
    threads.push(thread);
    return {
      read({ uri }) {
        thread.given.push(uri);
        return new Promise((resolve) => answers.push(resolve));
      },
      end: () => void (thread.isOver = true),
    } satisfies ReadingThread;
  });
  const turns: string[] = [];
  const wait = (name: string, isWanted = true): void => {
    const snapshot = { uri: name, version: 1, source: { path: name, text } };
    void queue.turn(snapshot, () => isWanted).then((by) => turns.push(`${name} ${by ? 'thread' : 'here'}`));
  };
  return { queue, threads, turns, wait };
}

async function allTurns(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await nextTurn();
}

describe('documents that wait to be read', () => {
  it('have their turns in order, and no thread where they are few', async () => {
    const { threads, turns, wait } = opened();
    wait('a');
    await allTurns();
    wait('b');
    await allTurns();
    assert.deepEqual([turns, threads.length], [['a here', 'b here'], 0]);
  });

  it('are read here and by a thread, from both ends; what it has not begun with is taken back', async () => {
    const { threads, turns, wait } = opened();
    for (const name of ['a', 'b', 'c', 'd']) wait(name);
    const [thread] = threads;
    assert.ok(thread);
    await allTurns();
    assert.deepEqual(turns.toSorted(), ['a here', 'c here', 'd here']);
    assert.equal(thread.given[0], 'b');
    thread.answer();
    await allTurns();
    assert.deepEqual(turns.at(-1), 'b thread');
  });

  it('that nobody wants any more are passed by', async () => {
    const { threads, turns, wait } = opened();
    wait('a');
    wait('b', false);
    wait('c');
    await allTurns();
    assert.ok(threads.every(({ given }) => !given.includes('b')));
    assert.ok(turns.includes('b here'));
  });

  const ends: readonly (readonly [what: string, end: (queue: ReadingQueue, die: () => void) => void])[] = [
    ['dies', (_, die) => die()],
    ['goes by other settings', (queue) => queue.distrust()],
  ];
  for (const [what, end] of ends) {
    it(`are read here where a thread ${what}, and no other thread begins with them`, async () => {
      const { queue, threads, turns, wait } = opened();
      for (const name of ['a', 'b', 'c']) wait(name);
      const [thread] = threads;
      assert.ok(thread);
      end(queue, thread.die);
      await allTurns();
      assert.deepEqual(turns.toSorted(), ['a here', 'b here', 'c here']);
      assert.deepEqual([threads.length, thread.isOver], [1, true]);
    });
  }

  it('are read by another thread when the settings have changed', async () => {
    const { queue, threads, wait } = opened();
    for (const name of ['a', 'b', 'c']) wait(name);
    queue.renew();
    assert.deepEqual(
      threads.map(({ isOver }) => isOver),
      [true, false],
    );
    await allTurns();
  });
});
