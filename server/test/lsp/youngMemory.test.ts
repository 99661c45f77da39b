import assert from 'node:assert/strict';
import { getHeapSpaceStatistics } from 'node:v8';
import { createSweep } from '../../src/lsp/youngMemory.ts';

describe('A sweep', () => {
  it('makes room for new objects where half of it is taken', () => {
    while (!isHalfFull()) Array.from({ length: 1000 }, (_, index) => ({ index }));
    createSweep()();
    assert.ok(!isHalfFull());
  });
});

function isHalfFull(): boolean {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  assert.ok(young);
  return young.space_used_size >= young.space_available_size;
}
