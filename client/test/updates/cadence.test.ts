import assert from 'node:assert/strict';
import { cadenceAt, statusText } from '../../src/updates/cadence.ts';
import { dueIncidents } from '../../src/updates/reminders.ts';

const incident = {
  uri: 'file:///w/a.md',
  title: 'Slow checkout',
  severity: 'SEV-2',
  startedAt: '2024-01-15T14:23:00Z',
  nextUpdateAt: '2024-01-15T15:23:00Z',
};

function at(time: string): number {
  return Date.parse(`2024-01-15T${time}Z`);
}

describe('The minutes in the status bar', () => {
  const cases: readonly (readonly [moment: string, text: string])[] = [
    ['14:23:30', 'SEV-2 · 0 min · update in 1 h'],
    ['15:05:00', 'SEV-2 · 42 min · update in 18 min'],
    ['15:22:30', 'SEV-2 · 59 min · update in 1 min'],
    ['15:23:00', 'SEV-2 · 1 h · update due'],
    ['15:28:00', 'SEV-2 · 1 h 5 min · update 5 min late'],
    // A clock that is set back shows no time before the beginning.
    ['14:00:00', 'SEV-2 · update in 1 h 23 min'],
  ];
  for (const [moment, text] of cases) {
    it(`say "${text}" at ${moment}`, () =>
      assert.equal(statusText(incident.severity, cadenceAt(incident, at(moment))), text));
  }

  it('leave out what nobody knows', () => {
    assert.equal(statusText(undefined, cadenceAt({}, at('15:00:00'))), 'Incident');
  });

  it('count days of a long incident', () => {
    const { startedAt } = incident;
    assert.equal(statusText('SEV-3', cadenceAt({ startedAt }, Date.parse('2024-01-17T17:23:00Z'))), 'SEV-3 · 2 d 3 h');
  });
});

describe('A reminder', () => {
  const { uri, nextUpdateAt } = incident;
  const due = at('15:23:00');

  it('comes when the update is due, and not before', () => {
    assert.deepEqual(dueIncidents([incident], {}, due - 1000), []);
    assert.deepEqual(dueIncidents([incident], {}, due), [incident]);
  });

  it('comes once for a promise', () => {
    assert.deepEqual(
      dueIncidents([incident], { [uri]: { promise: nextUpdateAt, quietUntil: null } }, due + 60_000),
      [],
    );
  });

  it('comes again for the next promise', () => {
    const reminded = { [uri]: { promise: '2024-01-15T14:23:00Z', quietUntil: null } };
    assert.deepEqual(dueIncidents([incident], reminded, due), [incident]);
  });

  it('that is put off comes again when its time is over', () => {
    const reminded = { [uri]: { promise: nextUpdateAt, quietUntil: due + 600_000 } };
    assert.deepEqual(dueIncidents([incident], reminded, due + 599_000), []);
    assert.deepEqual(dueIncidents([incident], reminded, due + 600_000), [incident]);
  });

  it('comes for each of several incidents', () => {
    const other = { ...incident, uri: 'file:///w/b.md' };
    const quiet = { title: 'No promise', uri: 'file:///w/c.md' };
    assert.deepEqual(dueIncidents([incident, other, quiet], {}, due), [incident, other]);
  });
});
