import assert from 'node:assert/strict';
import type { Refusal, TimelineEntryResult } from '../../src/protocol/channels.ts';
import {
  incidentChangeRequest,
  incidentStateRequest,
  type IncidentChangeParams,
  type IncidentState,
} from '../../src/protocol/incidentChange.ts';
import { linkPostmortemRequest } from '../../src/protocol/newDocument.ts';
import { pastedEntriesRequest, type PastedEntriesResult } from '../../src/protocol/pastedEntries.ts';
import {
  resolutionStateRequest,
  resolveIncidentRequest,
  type ResolutionState,
  type ResolveIncidentResult,
} from '../../src/protocol/resolution.ts';
import {
  draftUpdateRequest,
  updatePlanRequest,
  type DraftUpdateResult,
  type UpdatePlan,
} from '../../src/protocol/updates.ts';
import { openHarbour, type Harbour } from './harbour.ts';

const at = '2024-01-15T15:00:00Z';

describe('requests about an incident', () => {
  let harbour: Harbour;
  before(async () => void (harbour = await openHarbour()));
  after(() => harbour.close());
  const slow = (): string => harbour.uriOf('incidents/slow.md');

  it('tell what it is now, and whom a role can go to', async () => {
    const state = await harbour.ask<IncidentState>(incidentStateRequest, { uri: slow() });
    assert.deepEqual(
      [state.title, state.severity, state.status, state.live, state.startedAt, state.updateEvery],
      ['Slow checkout', 'SEV-2', 'Investigating', true, '2024-01-15T14:23:00.000Z', 60],
    );
    assert.deepEqual(state.people, [
      { id: '@amina', name: 'Amina Diallo (@amina)' },
      { id: '@wei', name: 'Wei Lin (@wei)' },
    ]);
    assert.equal(state.roles.find(({ name }) => name === 'Incident Commander')?.holder, '@amina');
    assert.deepEqual(state.objectives, [{ text: 'Error rate below 1 % for 15 minutes', met: false }]);
    assert.deepEqual(state.affected, [{ group: 'External Customers Affected', who: '' }]);
    for (const { criteria } of state.severities) assert.ok(criteria.length > 0);
  });

  const changes: readonly (readonly [change: IncidentChangeParams['change'], said: readonly RegExp[]])[] = [
    [
      { kind: 'severity', severity: 'sev1', reason: 'Nobody can pay' },
      [
        /^\*\*Severity:\*\* SEV-1$/m,
        /^\*\*Next Update:\*\* 2024-01-15 15:30 UTC$/m,
        /^- \*\*15:00\*\* - Severity changed from SEV-2 to SEV-1: Nobody can pay$/m,
      ],
    ],
    [
      { kind: 'status', status: 'identified' },
      [/^\*\*Status:\*\* Identified$/m, /Status changed from Investigating to Identified$/m],
    ],
    [
      { kind: 'role', role: 'Incident Commander', person: '@wei' },
      [/^- \*\*Incident Commander:\*\* @wei$/m, /@wei takes over as incident commander from @amina$/m],
    ],
    [
      { kind: 'update', audience: 'channel', message: 'We are looking' },
      [/Communication: Update to the channel: We are looking$/m, /^\*\*Next Update:\*\* 2024-01-15 16:00 UTC$/m],
    ],
    [
      { kind: 'objective', objective: 'Error rate below 1 % for 15 minutes', met: true },
      [/^- \[x\] Error rate below 1 %/m],
    ],
    [
      { kind: 'affected', group: 'External Customers Affected', who: '200 shops' },
      [/^- \*\*External Customers Affected:\*\* 200 shops$/m],
    ],
    [{ kind: 'report', report: 'The pool is full.' }, [/The pool is full\./]],
  ];
  for (const [change, said] of changes) {
    it(`change its ${change.kind} and tell the timeline, in one edit`, async () => {
      const { edits, line } = await harbour.ask<TimelineEntryResult>(incidentChangeRequest, {
        uri: slow(),
        at,
        change,
      });
      const text = harbour.written(edits);
      for (const expected of said) assert.match(text, expected);
      assert.match(text.split('\n')[line] ?? '', /^- \*\*15:00\*\* - /);
    });
  }

  const refused: readonly (readonly [name: string, request: string, params: object, reason: RegExp])[] = [
    [
      'an end before its objectives are met',
      incidentChangeRequest,
      { at, change: { kind: 'status', status: 'Resolved' } },
      /once each objective is met/,
    ],
    [
      'a severity that the team does not have',
      incidentChangeRequest,
      { at, change: { kind: 'severity', severity: 'SEV-9' } },
      /no severity "SEV-9"/,
    ],
    [
      'a moment that is none',
      incidentChangeRequest,
      { at: 'noon', change: { kind: 'status', status: 'Identified' } },
      /"noon" is no date/,
    ],
    ['an audience that is none', draftUpdateRequest, { at, audience: 'press', message: 'A' }, /no audience "press"/],
    ['words that are none', pastedEntriesRequest, { at, text: ' \n', zone: 'UTC' }, /nothing to paste/],
    [
      'an end without checks',
      resolveIncidentRequest,
      { at, resolution: 'A', checks: {}, met: [], verified: false },
      /not measured/,
    ],
  ];
  for (const [name, request, params, reason] of refused) {
    it(`refuse ${name}`, async () => {
      const answer = await harbour.client.request<Refusal>(request, { uri: slow(), ...params });
      assert.match(answer.reason, reason);
    });
  }

  const ofDocuments: readonly (readonly [request: string, params: object])[] = [
    [incidentStateRequest, {}],
    [incidentChangeRequest, { at, change: { kind: 'status', status: 'Identified' } }],
    [draftUpdateRequest, { at, audience: 'channel', message: 'A' }],
    [updatePlanRequest, {}],
    [resolutionStateRequest, {}],
    [resolveIncidentRequest, { at, resolution: 'A', checks: {}, met: [], verified: false }],
    [pastedEntriesRequest, { at, text: 'A', zone: 'UTC' }],
    [linkPostmortemRequest, { postmortem: 'file:///a.md' }],
  ];
  for (const [request, params] of ofDocuments) {
    it(`refuse Markdown that is no document: ${request}`, async () => {
      const uri = harbour.uriOf('notes.md');
      await harbour.client.open(uri, '# Notes\n');
      const { reason } = await harbour.client.request<Refusal>(request, { uri, ...params });
      assert.match(reason, /^notes\.md is no /);
    });
  }

  it('word an update for each audience, and tell when the next one is due', async () => {
    const update = { uri: slow(), message: 'We raised the pool.', at };
    const mail = await harbour.ask<DraftUpdateResult>(draftUpdateRequest, { ...update, audience: 'executives' });
    assert.equal(mail.subject, 'SEV-2 Update: Slow checkout');
    assert.equal(mail.nextUpdateAt, '2024-01-15T16:00:00.000Z');
    for (const said of ['SEV-2', 'Investigating', '37 minutes', 'We raised the pool.'])
      assert.ok(mail.text.includes(said), said);
    const plan = await harbour.ask<UpdatePlan>(updatePlanRequest, { uri: slow() });
    assert.deepEqual(
      [plan.channel, plan.executives, plan.message],
      ['#harbour', ['wei@harbour.example'], 'Checkout is slow.'],
    );
    assert.equal(plan.audiences.find(({ audience }) => audience === 'executives')?.told, false);
  });

  it('tell what it takes to resolve it, begin the watch, and resolve it', async () => {
    const state = await harbour.ask<ResolutionState>(resolutionStateRequest, { uri: slow() });
    assert.deepEqual([state.over, state.watch, state.unmet.length], [false, 15, 1]);
    assert.deepEqual(
      state.checks.map(({ name }) => name),
      ['errorRate', 'latencyP99Ms', 'trafficRatio'],
    );
    const params = {
      uri: slow(),
      at,
      resolution: 'Raised the pool',
      checks: { errorRate: 0.004, latencyP99Ms: 300, trafficRatio: 0.98 },
      met: state.unmet,
      verified: false,
    };
    const watched = await harbour.ask<ResolveIncidentResult>(resolveIncidentRequest, params);
    assert.equal(watched.watchedUntil, '2024-01-15T15:15:00.000Z');
    assert.match(harbour.written(watched.edits), /^\*\*Status:\*\* Monitoring$/m);
    const done = await harbour.ask<ResolveIncidentResult>(resolveIncidentRequest, {
      ...params,
      override: 'The customer says so',
    });
    assert.match(harbour.written(done.edits), /^\*\*Status:\*\* Resolved$/m);
    assert.equal(done.reviewAt?.slice(0, 10), '2024-01-17');
    assert.match(done.ics ?? '', /^BEGIN:VCALENDAR\r\n/);
  });

  it('write what was copied from a chat, with its times', async () => {
    const text = 'wei 2:40 PM\nRaised the pool\n';
    const pasted = await harbour.ask<PastedEntriesResult>(pastedEntriesRequest, { uri: slow(), text, at, zone: 'UTC' });
    assert.equal(pasted.count, 1);
    assert.match(harbour.written(pasted.edits), /^- \*\*14:40\*\* - .*Raised the pool$/m);
  });
});
