import assert from 'node:assert/strict';
import type { Alert } from '../../src/core/alerts/alert.ts';
import { readAlert, severityOf } from '../../src/core/alerts/read.ts';
import { alertmanager, grafana, opsgenie, pagerDuty, prometheus, serviceNow } from './payloads.ts';
import { defaultSeverities } from '../../src/core/configuration/severities.ts';

function read(payload: object): Alert {
  const alert = readAlert(JSON.stringify(payload));
  assert.ok(alert);
  return alert;
}

const textsOf = (alert: Alert) => alert.events.map(({ text }) => text);
const moment = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));
const gravity = (alert: Alert) => severityOf(alert, defaultSeverities)?.name;

/** An alert of a group, as Alertmanager and Grafana send each. */
function one(name: string, minute: number, changed: object = {}, notes: object = {}): object {
  return {
    status: 'firing',
    labels: { alertname: name, severity: 'warning', ...changed },
    annotations: notes,
    startsAt: `2024-01-15T${String(14 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:10Z`,
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.harbour.example/graph',
    fingerprint: `${name}${minute}`,
  };
}

function group(alerts: readonly object[], changed: object = {}): object {
  return {
    ...alertmanager,
    truncatedAlerts: 0,
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    alerts,
    ...changed,
  };
}

describe('Several alerts of one group', () => {
  it('are called by their names where these differ, and each names its runbook', () => {
    const alert = read({
      ...grafana,
      groupLabels: {},
      commonLabels: { team: 'harbour' },
      commonAnnotations: {},
      alerts: [
        one('High memory usage', 51, {}, { summary: 'In zone us-1', runbook_url: 'https://wiki.example/memory' }),
        one('High CPU usage', 56, {}, { summary: 'In zone eu-1', runbook_url: 'https://wiki.example/cpu' }),
      ],
    });
    assert.equal(alert.title, 'High memory usage, High CPU usage');
    assert.deepEqual(alert.names, ['High memory usage', 'High CPU usage']);
    assert.deepEqual(alert.runbooks, ['https://wiki.example/memory', 'https://wiki.example/cpu']);
  });

  it('of one name are called by the first’s summary, and how many more there are', () => {
    const alerts = ['a', 'b', 'c'].map((instance, index) =>
      one('InstanceDown', index, { instance }, { summary: `Instance ${instance} is down` }),
    );
    assert.equal(read(group(alerts)).title, 'Instance a is down and 2 more');
  });

  it('are as grave as the gravest that fires', () => {
    const over = { ...one('A', 0, { severity: 'critical' }), status: 'resolved', endsAt: '2024-01-15T14:20:00Z' };
    assert.equal(gravity(read(group([one('A', 0), one('B', 1, { severity: 'high' })]))), 'SEV-2');
    assert.equal(gravity(read(group([one('A', 0), over]))), 'SEV-3');
    assert.equal(gravity(read(group([over], { status: 'resolved' }))), 'SEV-1');
  });

  it('name the services of all', () => {
    assert.deepEqual(read(group([one('A', 0, { service: 'api' }), one('B', 0, { app: 'web' })])).services, [
      'api',
      'web',
    ]);
  });

  it('of one minute share an entry', () => {
    const alerts = [one('A', 5), { ...one('B', 5), startsAt: '2024-01-15T14:05:40Z' }, one('C', 6)];
    assert.deepEqual(textsOf(read(group(alerts))), ['Alertmanager alert fired: A, B', 'Alertmanager alert fired: C']);
  });

  it('make no timeline that nobody reads: the rest of hundreds is one entry', () => {
    const alerts = Array.from({ length: 300 }, (_, index) => one(`A${index}`, index % 200));
    const { events } = read(group(alerts));
    assert.equal(events.length, 10);
    const last = events.at(-1);
    assert.equal(moment(last?.at), '2024-01-15T14:09');
    assert.match(last?.text ?? '', /^Alertmanager alert fired: A9, A209, A10 and \d+ more, until 17:19 UTC$/);
  });

  it('that have all stopped are over, whatever they were', () => {
    const stopped = { ...one('A', 5), status: 'resolved', endsAt: '2024-01-15T14:35:00Z' };
    const alert = read(group([stopped], { status: 'resolved' }));
    assert.equal(alert.isOver, true);
    assert.deepEqual(textsOf(alert), ['Alertmanager alert fired: A', 'Alertmanager alert stopped: A']);
  });
});

describe('Prometheus’ own list of alerts', () => {
  it('is read without those that only may fire yet', () => {
    const alert = read(prometheus);
    assert.equal(alert.source, 'Prometheus');
    assert.deepEqual(alert.names, ['HighErrorRate']);
    assert.equal(alert.title, 'Checkout fails');
    assert.equal(moment(alert.startedAt), '2024-01-15T14:23');
    assert.deepEqual(textsOf(alert), ['Prometheus alert fired: HighErrorRate on checkout-1']);
  });

  it('is none where nothing fires', () => {
    assert.equal(readAlert(JSON.stringify({ status: 'success', data: { alerts: [] } })), undefined);
  });
});

describe('An event of PagerDuty', () => {
  const reference = { id: 'PGR0VU2', summary: '[#42] Checkout is down', type: 'incident_reference' };
  const parts: readonly (readonly [type: string, data: object, text: string])[] = [
    ['annotated', { content: 'Rolling back' }, 'Note by Amina Diallo: Rolling back'],
    ['status_update_published', { message: 'We mend it' }, 'Status update by Amina Diallo: We mend it'],
    [
      'responder.added',
      { user: { summary: 'Maeve' }, state: 'pending', message: 'Please help' },
      'Maeve asked to join by Amina Diallo: Please help',
    ],
    ['responder.replied', { user: { summary: 'Maeve' }, state: 'accepted' }, 'Maeve joins'],
    [
      'responder.replied',
      { user: { summary: 'Maeve' }, state: 'declined', message: 'On leave' },
      "Maeve can't join: On leave",
    ],
  ];
  for (const [type, data, text] of parts) {
    it(`about a part of an incident belongs to it: ${type}, ${text}`, () => {
      const alert = read(pagerDuty(`incident.${type}`, '2024-01-15T14:30:00Z', { ...data, incident: reference }));
      assert.deepEqual([alert.key, alert.title, textsOf(alert)], ['PagerDuty PGR0VU2', 'Checkout is down', [text]]);
    });
  }

  const whole: readonly (readonly [type: string, text: string])[] = [
    ['delegated', 'PagerDuty incident #42 delegated to Wei Lin by Amina Diallo'],
    ['reassigned', 'PagerDuty incident #42 reassigned to Wei Lin by Amina Diallo'],
    ['unacknowledged', 'PagerDuty incident #42 unacknowledged by Amina Diallo'],
    ['service_updated', 'PagerDuty incident #42 moved to Checkout by Amina Diallo'],
    ['conference_bridge.updated', 'PagerDuty incident #42 conference bridge updated by Amina Diallo'],
  ];
  for (const [type, text] of whole) {
    it(`is told: ${type}`, () =>
      assert.deepEqual(textsOf(read(pagerDuty(`incident.${type}`, '2024-01-15T14:30:00Z'))), [text]));
  }

  it('leads to its page and its call, and needs neither agent nor priority', () => {
    const alert = read(
      pagerDuty('incident.triggered', '2024-01-15T14:23:00Z', {
        priority: null,
        conference_bridge: { conference_number: '+1 1234', conference_url: 'https://meet.harbour.example/42' },
      }),
    );
    assert.deepEqual(
      alert.links.map(({ label }) => label),
      ['PagerDuty #42', 'Call'],
    );
    assert.equal(gravity(alert), 'SEV-2');
    assert.equal(moment(alert.startedAt), '2024-01-15T14:23');
  });
});

describe('An action on an alert of Opsgenie', () => {
  const actions: readonly (readonly [action: string, changed: object, text: string])[] = [
    ['UnAcknowledge', {}, 'Opsgenie alert #1791 no longer acknowledged, says wei@harbour.example'],
    ['AddNote', { note: 'Pool is\nfull' }, 'Note by wei@harbour.example: Pool is full'],
    ['AddTeam', { team: 'Storage' }, 'Storage added to Opsgenie alert #1791 by wei@harbour.example'],
    ['AddRecipient', { recipient: 'amina' }, 'amina added to Opsgenie alert #1791 by wei@harbour.example'],
    ['AssignOwnership', { owner: 'amina' }, 'Opsgenie alert #1791 taken over by amina'],
    ['TakeOwnership', {}, 'Opsgenie alert #1791 taken over by wei@harbour.example'],
    [
      'Escalate',
      { escalationNotify: { name: 'Night shift', type: 'team' } },
      'Opsgenie alert #1791 escalated to Night shift',
    ],
    [
      'UpdatePriority',
      { priority: 'P1', oldPriority: 'P2' },
      'Priority of Opsgenie alert #1791 set to P1 by wei@harbour.example',
    ],
    ['Close', {}, 'Opsgenie alert #1791 closed by wei@harbour.example'],
    ['Delete', {}, 'Opsgenie alert #1791 deleted by wei@harbour.example'],
  ];
  for (const [action, changed, text] of actions) {
    it(`is told: ${action}`, () => assert.deepEqual(textsOf(read(opsgenie(action, changed))), [text]));
  }

  it('brings runbook, service, grade and whoever owns it', () => {
    const alert = read(
      opsgenie('Create', {
        owner: 'amina',
        details: { service: 'checkout', alertname: 'Errors', runbook_url: 'https://wiki.example/errors' },
      }),
    );
    assert.deepEqual(
      [alert.names, alert.runbooks, alert.services, alert.people, gravity(alert)],
      [['Errors'], ['https://wiki.example/errors'], ['checkout'], ['amina'], 'SEV-2'],
    );
  });
});

describe('An incident of ServiceNow', () => {
  it('is read with its number, priority, service, page and whoever works on it', () => {
    const alert = read(serviceNow);
    assert.deepEqual(
      [alert.title, gravity(alert), alert.services, alert.people, moment(alert.startedAt)],
      ['Checkout is down', 'SEV-1', ['Checkout'], ['Wei Lin'], '2024-01-15T14:23'],
    );
    assert.equal(
      alert.links[0]?.target,
      'https://harbour.service-now.com/nav_to.do?uri=incident.do?sys_id=9d385017c611228701d22104cc95c371',
    );
    assert.deepEqual(textsOf(alert), ['ServiceNow incident INC0010023 opened: Checkout is down']);
  });

  it('is read bare, too, and says that it is over', () => {
    const { result } = serviceNow;
    const alert = read({ ...result, state: '6', resolved_at: '2024-01-15 16:58:00' });
    assert.equal(alert.isOver, true);
    assert.equal(moment(alert.events.at(-1)?.at), '2024-01-15T16:58');
    assert.equal(alert.key, read(serviceNow).key);
  });
});

describe('Payloads of any size and form', () => {
  it('are read up to a million characters, and no further', () => {
    const alerts = Array.from({ length: 2000 }, (_, index) => one('A', index % 60, { instance: `host-${index}` }));
    const text = JSON.stringify(group(alerts));
    assert.ok(text.length < 1_000_000 && readAlert(text));
    assert.equal(readAlert(JSON.stringify(group([...alerts, ...alerts, ...alerts, ...alerts, ...alerts]))), undefined);
  });

  it('are read as far as they go, whatever is missing', () => {
    const least: readonly object[] = [
      { status: 'firing', alerts: [{}] },
      { event: { event_type: 'incident.triggered' } },
      { action: 'Create', alert: { tinyId: '7' } },
      { status: 'success', data: { alerts: [{ state: 'firing' }] } },
      { result: { number: 'INC0000007', short_description: 'x' } },
    ];
    for (const payload of least) {
      const alert = read(payload);
      assert.notEqual(alert.title, '');
      assert.equal(alert.events.length, 1);
      assert.ok(alert.events[0]?.text.length);
    }
  });
});
