import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { read } from './surroundings.ts';

const { severities } = defaultConfiguration;

describe('What a file says beside the defaults', () => {
  it('changes a severity in one point, and keeps its others', () => {
    const { configuration } = read('severities: [{ name: SEV-1, updateEvery: 15 min }, { name: SEV-2 }]');
    const [first, second, ...others] = configuration.severities;
    assert.deepEqual(first, { ...severities[0], updateEvery: 15 });
    assert.deepEqual(second, severities[1]);
    assert.deepEqual(others, []);
  });

  it('takes away what the defaults alone say of severities that are gone', () => {
    const { configuration } = read('severities: [{ name: P1 }, { name: P2 }]\nmetrics: { mttr: { P1: 1 h } }');
    assert.deepEqual([...configuration.metrics.mttr], [['P1', 60]]);
    assert.deepEqual([...configuration.sla.supportWithin], []);
  });

  it('changes one severity’s target, and keeps the others', () => {
    const { configuration } = read('metrics: { mttr: { SEV-1: 30 min } }');
    assert.deepEqual([...configuration.metrics.mttr.values()], [30, 90, 240, 1440]);
  });
});
