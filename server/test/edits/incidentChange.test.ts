import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { incidentChangeEdit, type IncidentChange } from '../../src/core/edits/incidentChange.ts';
import { analyze } from '../../src/core/lint.ts';
import { settingsOfNobody } from '../../src/core/teamSettings.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';

const settings = settingsOfNobody();
const at = Date.parse('2024-01-15T14:45:00Z');

const incident = `# Incident: Slow checkout

**Severity:** SEV-3
**Status:** Investigating
**Started:** 2024-01-15 14:23 UTC
**Next Update:** 2024-01-15 18:23 UTC

## Stakeholders

- **Incident Commander:** Amina
- **Operations Lead:** [Name]
- **External Customers Affected:** [Who, and how many]

## Timeline (UTC)

- **14:23** - Incident declared SEV-3: Slow checkout

## Summary

Checkout is slow.

## Detailed Status Report

[The technical state of the affected systems, for whoever joins now.]

## Resolution Objectives

- [ ] Error rate below 1 % for 15 minutes
- [x] p99 latency below 1 s
`;

async function change(
  text: string,
  wanted: IncidentChange,
): Promise<{ text: string; line: string } | { reason: string }> {
  const workspace = openNodeWorkspace('/w');
  const { document } = await analyze({ path: '/w/incidents/a.md', text }, { ...settings, workspace, now: at });
  assert.ok(document);
  const made = incidentChangeEdit(document, wanted, at, defaultConfiguration);
  if ('reason' in made) return made;
  const changed = applyEdits(text, made.edits);
  assert.equal(changed.slice(0, made.caretOffset).split('\n').length - 1, made.entryLine);
  return { text: changed, line: changed.split('\n')[made.entryLine] ?? '' };
}

/** The lines that a change took away and brought. */
function difference(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe('A change of a live incident', () => {
  const cases: readonly (readonly [name: string, change: IncidentChange, expected: readonly string[]])[] = [
    [
      'sets the severity, brings the next update forward and says why',
      { kind: 'severity', severity: 'sev 1', reason: 'nobody can pay' },
      [
        '-**Severity:** SEV-3',
        '-**Next Update:** 2024-01-15 18:23 UTC',
        '+**Severity:** SEV-1',
        '+**Next Update:** 2024-01-15 15:15 UTC',
        '+- **14:45** - Severity changed from SEV-3 to SEV-1: nobody can pay',
      ],
    ],
    [
      'sets the status',
      { kind: 'status', status: 'identified', note: undefined },
      [
        '-**Status:** Investigating',
        '+**Status:** Identified',
        '+- **14:45** - Status changed from Investigating to Identified',
      ],
    ],
    [
      'hands a role over',
      { kind: 'role', role: 'incident commander', person: 'Wei Lin' },
      [
        '-- **Incident Commander:** Amina',
        '+- **Incident Commander:** Wei Lin',
        '+- **14:45** - Wei Lin takes over as incident commander from Amina',
      ],
    ],
    [
      'gives a role that nobody has held',
      { kind: 'role', role: 'Operations Lead', person: '@wei' },
      ['-- **Operations Lead:** [Name]', '+- **Operations Lead:** @wei', '+- **14:45** - @wei is operations lead'],
    ],
    [
      'calls an objective met',
      { kind: 'objective', objective: 'error rate below 1 % for 15 minutes', met: true },
      [
        '-- [ ] Error rate below 1 % for 15 minutes',
        '+- **14:45** - Objective met: Error rate below 1 % for 15 minutes',
        '+- [x] Error rate below 1 % for 15 minutes',
      ],
    ],
    [
      'opens an objective again',
      { kind: 'objective', objective: 'p99 latency below 1 s', met: false },
      [
        '-- [x] p99 latency below 1 s',
        '+- **14:45** - Objective open again: p99 latency below 1 s',
        '+- [ ] p99 latency below 1 s',
      ],
    ],
    [
      'adds an objective',
      { kind: 'objective', objective: 'Queue  empty', met: false },
      ['+- **14:45** - Objective added: Queue empty', '+- [ ] Queue empty'],
    ],
    [
      'says who is affected',
      { kind: 'affected', group: 'external customers affected', who: '45,000 (30 %)' },
      [
        '-- **External Customers Affected:** [Who, and how many]',
        '+- **External Customers Affected:** 45,000 (30 %)',
        '+- **14:45** - External Customers Affected: 45,000 (30 %)',
      ],
    ],
    [
      'writes the detailed status, with its moment',
      { kind: 'report', report: 'Two pools are drained' },
      [
        '-[The technical state of the affected systems, for whoever joins now.]',
        '+- **14:45** - Detailed status: Two pools are drained',
        '+As of 2024-01-15 14:45 UTC: Two pools are drained',
      ],
    ],
    [
      'makes a place for a role that the document does not name',
      { kind: 'role', role: 'Planning Lead', person: '@wei' },
      ['+- **Planning Lead:** @wei', '+- **14:45** - @wei is planning lead'],
    ],
  ];
  for (const [name, wanted, expected] of cases) {
    it(name, async () => {
      const made = await change(incident, wanted);
      assert.ok('text' in made, 'reason' in made ? made.reason : '');
      assert.deepEqual(difference(incident, made.text), expected);
      assert.ok(expected.includes(`+${made.line}`), made.line);
    });
  }

  it('writes a field that the document lacks in its canonical place', async () => {
    const without = incident.replace('**Severity:** SEV-3\n', '');
    const made = await change(without, { kind: 'severity', severity: 'SEV-2', reason: undefined });
    assert.ok('text' in made);
    assert.match(made.text, /\n\n\*\*Severity:\*\* SEV-2\n\*\*Status:\*\* Investigating\n/);
    assert.match(made.line, /Severity changed to SEV-2$/);
  });

  it('keeps the form of a document with front matter, Windows line ends and newest-first entries', async () => {
    const other = `---\r\nkind: incident\r\nseverity: SEV-3\r\nstatus: Investigating\r\n---\r\n\r\n# Slow checkout\r\n\r\n## Timeline (UTC)\r\n\r\n- **14:30** - Looked at logs\r\n- **14:23** - Incident declared\r\n- **14:20** - First alert\r\n`;
    const made = await change(other, { kind: 'severity', severity: 'SEV-1', reason: undefined });
    assert.ok('text' in made, JSON.stringify(made));
    assert.match(made.text, /\r\nseverity: SEV-1\r\n/);
    assert.match(
      made.text,
      /Timeline \(UTC\)\r\n\r\n- \*\*14:45\*\* - Severity changed from SEV-3 to SEV-1\r\n- \*\*14:30\*\*/,
    );
    assert.equal(made.text.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('resolves once each objective is met', async () => {
    const met = incident.replace('- [ ] Error', '- [x] Error');
    const made = await change(met, { kind: 'status', status: 'Resolved', note: 'pool enlarged' });
    assert.ok('text' in made);
    assert.equal(made.line, '- **14:45** - Status changed from Investigating to Resolved: pool enlarged');
  });

  const refusals: readonly (readonly [name: string, change: IncidentChange, reason: string])[] = [
    [
      'a severity that there is none of',
      { kind: 'severity', severity: 'SEV-9', reason: undefined },
      'There is no severity "SEV-9"; choose from SEV-1, SEV-2, SEV-3, SEV-4.',
    ],
    [
      'the severity that it has',
      { kind: 'severity', severity: 'SEV-3', reason: undefined },
      'The incident is SEV-3 already; choose another severity.',
    ],
    [
      'a status that there is none of',
      { kind: 'status', status: 'Done', note: undefined },
      'There is no status "Done"; choose from Investigating, Identified, Monitoring, Resolved.',
    ],
    [
      'its end while an objective is open',
      { kind: 'status', status: 'Resolved', note: undefined },
      'The incident is resolved once each objective is met; still open: "Error rate below 1 % for 15 minutes".',
    ],
    [
      'a role that there is none of',
      { kind: 'role', role: 'Cook', person: 'Wei' },
      'There is no role "Cook"; choose from Incident Commander, Communications Lead, Operations Lead, Planning Lead, Engineer in Charge, Management.',
    ],
    [
      'an objective that is met already',
      { kind: 'objective', objective: 'p99 latency below 1 s', met: true },
      '"p99 latency below 1 s" is met already.',
    ],
    [
      'a group that the document does not name',
      { kind: 'affected', group: 'Pets Affected', who: 'x' },
      'This document has no field "Pets Affected"; it has External Customers Affected.',
    ],
    [
      'whoever holds the role already',
      { kind: 'role', role: 'Incident Commander', person: '@amina' },
      'Amina is Incident Commander already; name somebody else.',
    ],
  ];
  for (const [name, wanted, reason] of refusals) {
    it(`refuses ${name}`, async () => assert.deepEqual(await change(incident, wanted), { reason }));
  }
});
