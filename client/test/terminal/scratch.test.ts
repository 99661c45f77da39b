import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeLeftovers, Scratch } from '../../src/terminal/scratch.ts';

/** No process has this id: Linux and macOS give none above four millions. */
const nobody = 99_999_999;

describe('The files of steps', () => {
  it('of a window that was killed are removed, and those of another window are not', async () => {
    const space = /\d+/.exec(await readlink('/proc/self/ns/pid').catch(() => ''))?.[0] ?? '0';
    const dead = await mkdtemp(join(tmpdir(), `incident-docs-step-${nobody}-${space}-`));
    const alive = await mkdtemp(join(tmpdir(), `incident-docs-step-${process.pid}-${space}-`));
    const elsewhere = await mkdtemp(join(tmpdir(), `incident-docs-step-${nobody}-7-`));
    const other = await mkdtemp(join(tmpdir(), `incident-docs-stepping-${nobody}-`));
    await writeFile(join(dead, '1.sh'), 'echo');
    await removeLeftovers();
    assert.deepEqual([dead, alive, elsewhere, other].map(existsSync), [false, true, true, true]);
    await Promise.all([alive, elsewhere, other].map((folder) => rm(folder, { recursive: true })));
  });

  it('are gone with their window', async () => {
    const scratch = new Scratch();
    const base = await scratch.reserve();
    await scratch.write({ line: '', files: [{ path: `${base}.sh`, text: 'echo' }], marker: undefined });
    assert.equal(existsSync(`${base}.sh`), true);
    scratch.dispose();
    assert.equal(existsSync(join(base, '..')), false);
  });
});
