import assert from 'node:assert/strict';
import { commands, env, Uri, window, workspace } from 'vscode';
import { closeEditors, placeOf, write } from '../documents.ts';
import { accepted, cancelled } from '../questions.ts';
import { until } from '../until.ts';

interface Answer {
  readonly uri?: string;
  readonly reason?: string;
}

const start = async (answers?: object) =>
  commands.executeCommand<Answer | undefined>('incidentDocs.startIncident', answers);

/** An alert as Alertmanager sends it. */
const fired = {
  version: '4',
  groupKey: '{}:{alertname="CheckoutErrors"}',
  status: 'firing',
  commonLabels: { alertname: 'CheckoutErrors', severity: 'critical', service: 'Checkout' },
  commonAnnotations: { summary: 'Checkout answers with errors <b>[now]</b>' },
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'CheckoutErrors', instance: 'checkout-1' },
      startsAt: '2024-01-15T14:23:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'https://prometheus.example/graph',
    },
  ],
};
const stopped = {
  ...fired,
  status: 'resolved',
  alerts: [{ ...fired.alerts[0], status: 'resolved', endsAt: '2024-01-15T15:00:00Z' }],
};

const runbook = `# Runbook: CheckoutErrors

## Symptoms

- Errors

## Impact

Nobody can pay.

## Investigation Steps

### 1. Look

\`\`\`bash
uptime
\`\`\`

## Resolution Steps

### Option 1: Wait

Wait.

## Escalation

- Primary: Amina
`;

function shownText(): string {
  return window.activeTextEditor?.document.getText() ?? '';
}

describe('An incident that an alert begins', () => {
  afterEach(async () => {
    await closeEditors();
    await env.clipboard.writeText('');
    await workspace.fs.delete(placeOf('incidents'), { recursive: true }).then(undefined, () => undefined);
  });
  after(async () => workspace.fs.delete(placeOf('runbooks'), { recursive: true }).then(undefined, () => undefined));

  it('has its title, severity, services and first entries from the payload', async () => {
    const answer = await start({ payload: fired });
    assert.equal(answer?.reason, undefined);
    const text = shownText();
    for (const said of [
      '# Incident: Checkout answers with errors',
      '**Severity:** SEV-1',
      '**Started:** 2024-01-15 14:23 UTC',
      '**Trigger:** Automated alert',
      '**Services Affected:** Checkout',
      '2024-01-15 14:23** - Detected: Alertmanager alert fired: CheckoutErrors on checkout-1 ([Query](https://prometheus.example/graph))',
    ]) {
      assert.ok(text.includes(said), `"${said}" is not in ${text}`);
    }
  });

  it('goes on in the same document with the alert’s later events, each once', async () => {
    const first = await start({ payload: JSON.stringify(fired) });
    const uri = Uri.parse(first?.uri ?? '');
    // The server knows the document once it has read it.
    const second = await until('the live incident', async () => {
      const answer = await start({ payload: stopped });
      return answer?.uri === first?.uri && answer;
    });
    assert.equal(second.uri, first?.uri);
    const { length } = shownText().split('Alertmanager alert stopped: CheckoutErrors on checkout-1');
    assert.equal(length, 2);
    await start({ payload: stopped });
    assert.equal(shownText().split('Alertmanager alert stopped').length, 2);
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  it('links the runbook that is for the alert', async () => {
    await write('runbooks/checkout-errors.md', runbook);
    await until('the runbook', async () => {
      await start({ payload: { ...fired, groupKey: `${Date.now()}` } });
      return shownText().includes('Runbook: [CheckoutErrors](../runbooks/checkout-errors.md)');
    });
  });

  it('reads the payload from a file', async () => {
    await write('incidents/alert.json', JSON.stringify(fired));
    assert.match((await start({ payload: 'incidents/alert.json' }))?.uri ?? '', /\.md$/);
  });

  it('is offered from the clipboard, and nothing is made when the person cancels', async () => {
    await env.clipboard.writeText(JSON.stringify(fired));
    assert.equal(await cancelled(start()), undefined);
  });

  it('is taken from the clipboard with Enter alone: its title, and its severity with the reason', async () => {
    await env.clipboard.writeText(JSON.stringify({ ...fired, groupKey: 'clipboard' }));
    const answer = await accepted(start());
    assert.match(answer?.uri ?? '', /\.md$/);
    assert.match(
      shownText(),
      /Incident declared SEV-1: Checkout answers with errors .* \(Alertmanager calls it critical\)$/m,
    );
  });

  it('has no reason for a severity that somebody else has chosen', async () => {
    await start({ payload: { ...fired, groupKey: 'chosen' }, severity: 'SEV-3' });
    assert.match(shownText(), /Incident declared SEV-3: [^(]*$/m);
  });

  for (const [name, payload, reason] of [
    ['another JSON', { a: 1 }, /is no alert that is known/],
    ['a file that is not there', 'incidents/nothing.json', /nothing\.json can't be read/],
  ] as const) {
    it(`refuses ${name}`, async () => assert.match((await start({ payload }))?.reason ?? '', reason));
  }
});

describe('Triage', () => {
  it('says whether it is an incident, how severe, and why', async () => {
    const verdict = await commands.executeCommand('incidentDocs.triage', {
      answers: { customerVisible: true, users: 30, revenuePerHour: 5800 },
    });
    assert.deepEqual(verdict, {
      incident: true,
      severity: 'SEV-2',
      reasons: [
        'Can a customer outside the company see the effects? Yes: always an incident.',
        '30 % of the users are affected: SEV-3.',
        'An hour costs 5,800 of revenue: SEV-2.',
      ],
    });
  });

  it('says so where it is none', async () => {
    const verdict = await commands.executeCommand<{ incident: boolean; severity: string | null }>(
      'incidentDocs.triage',
      { answers: { dataIssue: false } },
    );
    assert.deepEqual([verdict.incident, verdict.severity], [false, null]);
  });

  it('makes nothing when the person cancels', async () => {
    assert.equal(await cancelled(commands.executeCommand('incidentDocs.triage')), undefined);
  });
});
