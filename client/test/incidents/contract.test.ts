import assert from 'node:assert/strict';
import { commands, window, workspace, type Uri } from 'vscode';
import { closeEditors, placeOf, read, write } from '../documents.ts';
import { until } from '../until.ts';

/** What commands return to whoever calls them, and what they answer to wrong arguments: an object with a reason, always. */
type Result = Readonly<Record<string, unknown>> | undefined;

const call = async (command: string, answers?: object): Promise<Result> =>
  commands.executeCommand<Result>(`incidentDocs.${command}`, answers);

const incident = `# Incident: Slow checkout

**Severity:** SEV-3
**Status:** Investigating
**Started:** 2024-01-15 14:23 UTC

## Stakeholders

- **Incident Commander:** Amina

## Timeline (UTC)

- **14:23** - Incident declared SEV-3: Slow checkout

## Summary

Checkout is slow.
`;
const runbook = '# Runbook: Queue\n\n## Symptoms\n\n- Slow\n\n## Escalation\n\n- Primary: Amina\n';
const rotation = 'onCall: { rotations: [{ team: Harbour, schedule: [{ primary: amina, secondary: wei }] }] }\n';

/** Each test that writes has a file of its own: the editor may keep the last text of one for a while. */
const ownIncident = async (name: string): Promise<Uri> => write(`incidents/2024-01-15-contract-${name}.md`, incident);
const isTime = (value: unknown): boolean => typeof value === 'string' && new Date(value).toISOString() === value;

/** What a command needs beside the document. */
const of: Readonly<Record<string, object>> = {
  insertTimelineEntry: { text: 'A' },
  changeSeverity: { severity: 'SEV-1' },
  changeStatus: { status: 'Identified' },
  assignRole: { role: 'Operations Lead', person: '@wei' },
  draftStatusUpdate: { audience: 'channel', message: 'A' },
  resolveIncident: { resolution: 'A', override: 'B' },
};

const gone = (): string => placeOf('incidents/gone.md').toString();

describe('The arguments and results of commands', () => {
  let live: Uri;
  let queue: Uri;
  before(async () => {
    await closeEditors();
    await write('.incident-docs/config.yaml', rotation);
    live = await write('incidents/2024-01-15-contract.md', incident);
    queue = await write('runbooks/queue.md', runbook);
    await until('the rotation', async () => (await call('whoIsOnCall'))?.['primary'] === 'amina');
  });
  afterEach(closeEditors);
  after(async () => {
    for (const folder of ['.incident-docs', 'incidents', 'runbooks', 'postmortems'])
      await workspace.fs.delete(placeOf(folder), { recursive: true }).then(undefined, () => undefined);
    await until('no rotation', async () => (await call('whoIsOnCall'))?.['reason'] !== undefined);
  });

  const changes: readonly (readonly [command: string, answers: object])[] = [
    ['insertTimelineEntry', { text: 'Pool is full', at: '2024-01-15T14:30:00+00:00', kind: 'action' }],
    ['changeSeverity', { severity: 'SEV-1', reason: 'nobody can pay' }],
    ['changeStatus', { status: 'Identified', note: 'pool' }],
    ['assignRole', { role: 'Operations Lead', person: '@wei' }],
  ];
  for (const [command, answers] of changes) {
    it(`${command} works without an editor, saves, and returns the entry’s zero-based line`, async () => {
      assert.equal(window.activeTextEditor, undefined);
      const own = await ownIncident(command);
      const result = await call(command, { ...answers, uri: own.toString() });
      assert.deepEqual(Object.keys(result ?? {}), ['uri', 'line'], JSON.stringify(result));
      assert.equal(result?.['uri'], own.toString());
      const line = (await read(own)).split('\n')[Number(result['line'])] ?? '';
      assert.match(line, /^- \*\*[^*]+\*\* - \S/);
      assert.ok(!incident.includes(line));
    });
  }

  it('draftStatusUpdate returns text, subject and when the next one is due', async () => {
    const result = await call('draftStatusUpdate', { audience: 'channel', message: 'We look.', uri: live.toString() });
    assert.deepEqual(Object.keys(result ?? {}), ['text', 'subject', 'nextUpdateAt']);
    assert.ok(isTime(result?.['nextUpdateAt']));
  });

  it('resolveIncident returns the moments and the appointment', async () => {
    const checks = { errorRate: 0, latencyP99Ms: 1, trafficRatio: 1 };
    const answers = { resolution: 'Restarted', rootCause: 'A leak', checks, override: 'Watched' };
    const result = await call('resolveIncident', { ...answers, uri: (await ownIncident('resolve')).toString() });
    assert.deepEqual(Object.keys(result ?? {}), ['uri', 'resolvedAt', 'reviewAt', 'ics'], JSON.stringify(result));
    assert.ok(isTime(result?.['resolvedAt']) && isTime(result?.['reviewAt']));
  });

  it('triage, whoIsOnCall and escalate return what they found', async () => {
    assert.deepEqual(Object.keys((await call('triage', { answers: { dataIssue: true } })) ?? {}), [
      'incident',
      'severity',
      'reasons',
    ]);
    const onCall = await call('whoIsOnCall', { team: 'harbour', at: '2024-01-17T00:00:00Z' });
    assert.deepEqual(onCall, {
      primary: 'amina',
      secondary: 'wei',
      from: '2024-01-15T09:00:00.000Z',
      until: '2024-01-22T09:00:00.000Z',
    });
    const escalated = await call('escalate', {
      team: 'Harbour',
      level: 2,
      uri: (await ownIncident('escalate')).toString(),
    });
    assert.deepEqual(escalated, { level: 2, person: 'wei', after: 10 });
  });

  const refusals: readonly (readonly [command: string, answers: () => object, reason: RegExp])[] = [
    ['startIncident', () => ({ title: 7, severity: 'SEV-1' }), /"title" must be a text/],
    ['startIncident', () => ({ title: 'A', severity: 'SEV-7' }), /no severity "SEV-7".*SEV-4/],
    ['startIncident', () => ({ title: 'A', severity: 'SEV-1', services: 'API' }), /"services" must be a list/],
    [
      'startIncident',
      () => ({ title: 'A', severity: 'SEV-1', trigger: 'magic' }),
      /no trigger "magic".*Technical staff/,
    ],
    ['startIncident', () => ({ titel: 'A' }), /does not know the answer "titel"; it takes title/],
    ['insertTimelineEntry', () => ({ text: 'A', at: '2024-02-30T10:00:00Z' }), /"at" must be a time such as/],
    ['insertTimelineEntry', () => ({ text: 'A', at: '14:23' }), /"at" must be a time such as/],
    ['insertTimelineEntry', () => ({ text: 'A', kind: 'gossip', uri: live.toString() }), /no kind of timeline entry/],
    ['insertTimelineEntry', () => ({ text: 'A', uri: queue.toString() }), /has no timeline/],
    ['changeSeverity', () => ({ severity: 'grave', uri: live.toString() }), /no severity "grave"/],
    ['changeSeverity', () => ({ severity: ['SEV-1'], uri: live.toString() }), /"severity" must be a text/],
    ['changeSeverity', () => ({ severity: 'SEV-1', uri: queue.toString() }), /Only a live incident document/],
    ['changeStatus', () => ({ status: 'Fine', uri: live.toString() }), /no status "Fine".*Resolved/],
    ['changeStatus', () => ({ status: 'Identified', uri: queue.toString() }), /Only a live incident document/],
    ['assignRole', () => ({ role: 'Bystander', person: '@wei', uri: live.toString() }), /no role "Bystander"/],
    ['assignRole', () => ({ role: 'Operations Lead', person: 3, uri: live.toString() }), /"person" must be a text/],
    ['draftStatusUpdate', () => ({ audience: 'press', message: 'A', uri: live.toString() }), /no audience "press"/],
    ['draftStatusUpdate', () => ({ audience: 'channel', message: 'A', uri: queue.toString() }), /queue\.md|incident/],
    [
      'resolveIncident',
      () => ({ resolution: 'A', checks: { errorRate: 'low' }, uri: live.toString() }),
      /"errorRate" must be a number/,
    ],
    [
      'resolveIncident',
      () => ({ resolution: 'A', checks: {}, uri: queue.toString() }),
      /Only a live incident document/,
    ],
    ['newPostmortem', () => ({ incident: queue.toString() }), /queue\.md is no incident document/],
    ['newPostmortem', () => ({ title: 'A', template: 'nobody' }), /nobody/],
    ['newRunbook', () => ({ title: 'A', folder: '/elsewhere' }), /outside the workspace/],
    ['newFromTemplate', () => ({ title: 'A', template: 'nobody' }), /no template "nobody"/],
    ['triage', () => ({ answers: { gossip: true } }), /no question "gossip"/],
    ['triage', () => ({ answers: 7 }), /"answers" must be an object/],
    ['whoIsOnCall', () => ({ at: '2024-13-01T00:00:00Z' }), /"at" must be a time such as/],
    ['whoIsOnCall', () => ({ team: 'Nobody' }), /No rotation has the team "Nobody"/],
    ['escalate', () => ({ level: 7, uri: live.toString() }), /no level 7; the levels of the escalation are 1 to 4/],
    ['escalate', () => ({ level: 'two', uri: live.toString() }), /"level"/],
    ...[
      'insertTimelineEntry',
      'changeSeverity',
      'changeStatus',
      'assignRole',
      'draftStatusUpdate',
      'resolveIncident',
    ].flatMap((command): readonly (readonly [string, () => object, RegExp])[] => [
      [command, () => ({ ...of[command], uri: gone() }), /incidents\/gone\.md can't be opened; check that it is there/],
      [command, () => ({ ...of[command], uri: 'gone.md' }), /"uri" must be a URI, such as file:/],
    ]),
  ];
  for (const [command, answers, reason] of refusals) {
    it(`${command} refuses with a reason and changes nothing: ${reason.source}`, async () => {
      const result = await call(command, answers());
      assert.deepEqual(Object.keys(result ?? {}), ['reason'], JSON.stringify(result));
      const said = String(result?.['reason']);
      assert.match(said, reason);
      assert.doesNotMatch(said, /\n|\bat \w+ \(|undefined|\[object/);
      assert.equal(await read(live), incident);
      assert.equal(await read(queue), runbook);
    });
  }
});
