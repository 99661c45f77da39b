import assert from 'node:assert/strict';
import { createRetention } from '../../src/lsp/retention.ts';

const long = 150_000;

describe('What is kept of open documents', () => {
  it('is let go for those that have been used longest ago', () => {
    const retention = createRetention();
    assert.deepEqual(retention.use('a', long), []);
    assert.deepEqual(retention.use('b', long), []);
    assert.deepEqual(retention.use('a', long), []);
    assert.deepEqual(retention.use('c', long), ['b']);
    assert.deepEqual(retention.use('d', long), ['a']);
  });

  it('stays for the document that was used last, however long it is', () => {
    const retention = createRetention();
    assert.deepEqual(retention.use('a', long), []);
    assert.deepEqual(retention.use('book', 100 * long), []);
    assert.deepEqual(retention.use('book', 100 * long), []);
    assert.deepEqual(retention.use('b', 10), ['a', 'book']);
  });

  it('does not count documents that are closed', () => {
    const retention = createRetention();
    retention.use('a', long);
    retention.use('b', long);
    retention.drop('a');
    assert.deepEqual(retention.use('c', long), []);
  });
});
