import assert from 'node:assert/strict';
import { freeMemory } from '../../src/lsp/freeMemory.ts';

describe('freeMemory', () => {
  it('gives back what nothing uses any more', async () => {
    let garbage: object[] | undefined = Array.from({ length: 500_000 }, (_, index) => ({ index }));
    const filled = process.memoryUsage().heapTotal;
    assert.equal(garbage.length, 500_000);
    garbage = undefined;
    await freeMemory();
    const left = process.memoryUsage().heapTotal;
    assert.ok(left < filled - 10_000_000, `${left} bytes are left of ${filled}`);
  });
});
