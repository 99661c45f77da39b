import assert from 'node:assert/strict';
import { incidentDocs, inFolder } from './program.ts';

const postmortem = `# Postmortem: Slow checkout

**Date:** 2024-01-15
**Status:** Complete

## Summary

The pool was too small.

## Action Items

| Action | Owner | Due Date | Status |
|--------|-------|----------|--------|
| Raise the limit of the pool | @alice | 2024-01-20 | Open |
| Alert on a pool that is full | Bob, Carol | 2024-01-24 | In progress |
| Load test checkout each month | alice | 2024-03-01 | Open |
| Write "=SUM(1)", so to say | | | Open |
| Page the right team | alice | 2024-01-17 | Done |
`;
const incident = `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Resolved
**Postmortem:** [Slow checkout](../postmortems/2024-01-15-slow-checkout.md)

## Post-Incident Actions

- [ ] Raise the limit of the pool
- [ ] Tell the customers about the credit
`;
const files = {
  'postmortems/2024-01-15-slow-checkout.md': postmortem,
  'incidents/2024-01-15-slow-checkout.md': incident,
  '.incident-docs/config.yaml': 'timezone: UTC\n',
};
const now = ['--now', '2024-01-22'];

describe('actions', () => {
  it('lists what is open by when it is due, and what is left to whom', () =>
    inFolder(files, async (cwd) => {
      const { status, out, err } = await incidentDocs(['actions', ...now], { cwd });
      assert.equal(err, '');
      assert.equal(status, 0);
      assert.equal(
        out,
        `Overdue (1)
  2024-01-20  @alice: Raise the limit of the pool
              postmortems/2024-01-15-slow-checkout.md:14

Due within 7 days (1)
  2024-01-24  Bob, Carol: Alert on a pool that is full
              postmortems/2024-01-15-slow-checkout.md:15

Due later (1)
  2024-03-01  alice: Load test checkout each month
              postmortems/2024-01-15-slow-checkout.md:16

Without a due date (2)
  no date     (nobody): Tell the customers about the credit
              incidents/2024-01-15-slow-checkout.md:10
  no date     (nobody): Write "=SUM(1)", so to say
              postmortems/2024-01-15-slow-checkout.md:17

By owner
  @alice    2 open, 1 overdue
  Bob       1 open
  Carol     1 open
  (nobody)  2 open

5 open, 1 overdue
`,
      );
    }));

  it('picks those of somebody, and those that are overdue', () =>
    inFolder(files, async (cwd) => {
      const { out } = await incidentDocs(['actions', ...now, '--owner', 'Alice', '--format', 'json'], { cwd });
      const found = JSON.parse(out);
      assert.deepEqual(found.summary, { open: 2, overdue: 1 });
      assert.deepEqual(
        found.actions.map(({ due, urgency, path }: Record<string, string>) => [due, urgency, path]),
        [
          ['2024-01-20', 'overdue', 'postmortems/2024-01-15-slow-checkout.md'],
          ['2024-03-01', 'later', 'postmortems/2024-01-15-slow-checkout.md'],
        ],
      );
      const late = await incidentDocs(['actions', 'incidents', ...now, '--overdue'], { cwd });
      assert.equal(late.out, 'No action is open.\n');
    }));

  it('prints rows for a spreadsheet', () =>
    inFolder(files, async (cwd) => {
      const { out } = await incidentDocs(['actions', 'postmortems', ...now, '--format', 'csv'], { cwd });
      const rows = out.split('\r\n');
      assert.equal(rows[0], 'action,owner,due,urgency,status,ticket,document,path,line');
      assert.equal(
        rows[2],
        'Alert on a pool that is full,"Bob, Carol",2024-01-24,soon,In progress,,Slow checkout,postmortems/2024-01-15-slow-checkout.md,15',
      );
      assert.match(rows[4] ?? '', /^"Write ""=SUM\(1\)"", so to say",,,undated/);
    }));

  it('refuses a clock and a path that there is none of, in one sentence each', () =>
    inFolder(files, async (cwd) => {
      for (const words of [['--now', 'monday'], ['nowhere']]) {
        const { status, err } = await incidentDocs(['actions', ...words], { cwd });
        assert.equal(status, 2);
        assert.equal(err.trimEnd().split('\n').length, 1);
      }
    }));
});
