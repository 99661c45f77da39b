import assert from 'node:assert/strict';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { dropOldRecords } from '../../src/cache/bound.ts';
import { isUnchanged, settledStamp, stampOf } from '../../src/cache/stamp.ts';
import { digestOf } from '../../src/cache/digest.ts';
import { inFolder } from '../cli/program.ts';

const dayMs = 86_400_000;

describe('The records of a folder', () => {
  it('are dropped when nobody has used them for long, and nothing else is', () =>
    inFolder({ 'a.run': 'a', 'b.documents': 'b', 'c.run.1-2.tmp': 'c', 'notes.txt': 'mine' }, async (cwd) => {
      const now = Date.now();
      for (const name of await readdir(cwd)) await utimes(join(cwd, name), now / 1000, now / 1000 - 40 * 86_400);
      await utimes(join(cwd, 'a.run'), now / 1000, now / 1000 - 86_400);
      dropOldRecords(cwd, now);
      assert.deepEqual((await readdir(cwd)).toSorted(), ['a.run', 'notes.txt']);
    }));

  it('are dropped, the oldest first, when there are too many', () =>
    inFolder(Object.fromEntries(Array.from({ length: 230 }, (_, n) => [`${n}.run`, `${n}`])), async (cwd) => {
      const now = Date.now();
      for (let n = 0; n < 230; n++) await utimes(join(cwd, `${n}.run`), now / 1000, (now - n * 1000) / 1000);
      dropOldRecords(cwd, now);
      const left = (await readdir(cwd)).map((name) => Number(name.split('.')[0]));
      assert.equal(left.length, 200);
      assert.equal(Math.max(...left), 199);
    }));
});

describe('The stamp of a file', () => {
  it('is trusted once it is old enough to tell the next change', () =>
    inFolder({ 'a.md': '# A\n' }, async (cwd) => {
      const path = join(cwd, 'a.md');
      const stamp = stampOf(path);
      assert.ok(stamp);
      const digest = digestOf('# A\n');
      const changed = stamp[3];
      assert.equal(settledStamp(stamp, changed + 1000, digest), digest);
      assert.equal(settledStamp(stamp, changed + 10 * dayMs, digest), stamp);
      assert.ok(isUnchanged(path, stamp));
      assert.ok(isUnchanged(path, digest));
      await utimes(path, 1, 1);
      assert.ok(!isUnchanged(path, stamp));
      assert.ok(isUnchanged(path, digest));
      assert.ok(!isUnchanged(join(cwd, 'b.md'), digest));
    }));
});
