import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { incidentStatuses, incidentTriggers } from '../../src/core/configuration/severities.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { incidentChangeEdit, type IncidentChange } from '../../src/core/edits/incidentChange.ts';
import { checklistPhases } from '../../src/core/model/incident/checklist.ts';
import { commanderOf } from '../../src/core/model/incident/commander.ts';
import { begun, onThatDay, read, template } from './process.ts';

async function changed(text: string, change: IncidentChange, clock = '14:45') {
  const at = onThatDay(clock);
  const { document } = await read(text, at);
  const made = incidentChangeEdit(document, change, at, defaultConfiguration);
  return 'reason' in made ? made : applyEdits(text, made.edits);
}

describe('S2 live incident document', () => {
  it('has stakeholders, timeline, summary, detailed status, objectives and post-incident actions', async () => {
    const { document } = await read(begun());
    assert.deepEqual(
      document.outline.allSections.map(({ heading }) => heading.text),
      [
        'Stakeholders',
        'Timeline (UTC)',
        'Summary',
        'Response Checklist',
        'Detailed Status Report',
        'Resolution Objectives',
        'Post-Incident Actions',
      ],
    );
  });

  it('has a place for each role, and for the customers inside and outside', async () => {
    const { document } = await read(begun());
    const labels = document.fields.filter(({ section }) => section !== undefined).map(({ label }) => label);
    assert.deepEqual(labels, [
      ...defaultConfiguration.roles.map(({ name }) => name),
      'Internal Customers Affected',
      'External Customers Affected',
    ]);
  });

  it('is resolved only when each objective is met', async () => {
    const objective = 'Error rate below 1 % for 15 minutes';
    const open = await changed(begun(), { kind: 'objective', objective, met: false });
    assert.ok(typeof open === 'string');
    const resolved: IncidentChange = { kind: 'status', status: 'Resolved', note: undefined };
    const refused = await changed(open, resolved);
    assert.ok(typeof refused === 'object');
    assert.equal(refused.reason, `The incident is resolved once each objective is met; still open: "${objective}".`);
    const byHand = open.replace('**Status:** Investigating', '**Status:** Resolved');
    const { diagnostics } = await read(byHand);
    assert.deepEqual(
      diagnostics.filter(({ rule }) => rule === 'resolved-unmet-objective').map(({ level }) => level),
      ['error'],
    );
    const met = await changed(open, { kind: 'objective', objective, met: true });
    assert.ok(typeof met === 'string');
    assert.equal(typeof (await changed(met, resolved)), 'string');
  });
});

describe('S1 response checklist', () => {
  const phases = [
    [
      'First 5 minutes',
      5,
      [
        'Acknowledge the page',
        'Join the incident channel',
        'Assign the incident commander',
        'Assess severity and impact',
        'Begin status page updates',
      ],
    ],
    [
      '5 to 15 minutes',
      15,
      [
        'Check recent deployments',
        'Review error logs',
        'Examine monitoring dashboards',
        'Identify affected systems',
        'Form a hypothesis of the root cause',
      ],
    ],
    [
      '15 to 30 minutes',
      30,
      [
        'Implement the immediate fix, if known',
        'Roll back recent changes, if applicable',
        'Scale resources, if capacity is the issue',
        'Enable circuit breakers',
        'Route traffic away from affected systems',
      ],
    ],
  ] as const;

  it('stands in a new incident document, item by item, with a box for each', () => {
    const text = begun();
    for (const [title, , items] of phases)
      assert.ok(text.includes(`**${title}**\n\n${items.map((item) => `- [ ] ${item}`).join('\n')}\n`), title);
  });

  it('is the same in the configuration as in the template', () => {
    assert.deepEqual(
      defaultConfiguration.checklists.response.map(({ title, until, items }) => [title, until, items]),
      phases.map(([title, until, items]) => [title, until, [...items]]),
    );
  });

  it('counts what is done against its time', async () => {
    const text = begun().replace('- [ ] Acknowledge the page', '- [x] Acknowledge the page');
    const { document } = await read(text);
    assert.deepEqual(
      checklistPhases(document, defaultConfiguration).map(({ done, all, until }) => [done, all, until]),
      [
        [1, 5, 5],
        [0, 5, 15],
        [0, 5, 30],
      ],
    );
  });
});

describe('S1 statuses and S4 triggers', () => {
  it('are what the document offers', () => {
    const fields = new Map(template('incident').fields.map(({ label, values }) => [label, values]));
    assert.deepEqual(fields.get('Status'), incidentStatuses);
    assert.deepEqual(fields.get('Trigger'), incidentTriggers);
    assert.deepEqual(incidentTriggers, ['User report', 'Automated alert', 'Technical staff']);
  });

  for (const trigger of incidentTriggers) {
    it(`are recorded as a field and as the first entry: ${trigger}`, async () => {
      const text = begun({ trigger });
      assert.ok(text.includes(`**Trigger:** ${trigger}\n`));
      const { document } = await read(text);
      assert.deepEqual(
        document.timeline?.entries.map(({ milestone }) => milestone),
        ['detected', 'declared', undefined],
      );
    });
  }
});

describe('S2 and S4 roles', () => {
  it('begin with whoever declares the incident as commander, who holds all that is not handed on', async () => {
    const { document, diagnostics } = await read(begun());
    assert.equal(commanderOf(document, 'Incident Commander'), '@alice');
    const missing = diagnostics.filter(({ rule }) => rule === 'role-missing');
    assert.deepEqual(
      missing.map(({ message }) => message.replace(/;.*/, '')),
      ['Communications Lead', 'Operations Lead'].map((role) => `Nobody is named as ${role}, which SEV-2 demands`),
    );
    for (const { message } of missing) assert.match(message, /or @alice, who holds it until then\.$/);
  });

  it('are handed over with an entry', async () => {
    const text = await changed(begun(), { kind: 'role', role: 'Incident Commander', person: '@bob' });
    assert.ok(typeof text === 'string');
    assert.match(text, /^- \*\*Incident Commander:\*\* @bob$/m);
    assert.match(text, /^- \*\*14:45\*\* - @bob takes over as incident commander from @alice$/m);
  });

  it('let the operations lead alone change the system', () => {
    const changing = defaultConfiguration.roles.filter(({ changesSystem }) => changesSystem);
    assert.deepEqual(
      changing.map(({ name }) => name),
      ['Operations Lead'],
    );
  });
});
