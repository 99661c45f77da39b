import assert from 'node:assert/strict';
import type { Alert } from '../../src/core/alerts/alert.ts';
import { readAlert, severityOf } from '../../src/core/alerts/read.ts';
import { defaultSeverities } from '../../src/core/configuration/severities.ts';
import { alertmanager, grafana, opsgenie, pagerDuty } from './payloads.ts';

function read(payload: object): Alert {
  const alert = readAlert(JSON.stringify(payload));
  assert.ok(alert);
  return alert;
}

function told(alert: Alert): readonly (readonly [string | undefined, string, string | undefined])[] {
  return alert.events.map(({ at, text, kind }) => [
    at === undefined ? undefined : new Date(at).toISOString().slice(0, 19),
    text,
    kind,
  ]);
}

describe('An alert', () => {
  it('of Alertmanager is read with its group, its alerts and its runbook', () => {
    const alert = read(alertmanager);
    assert.equal(alert.source, 'Alertmanager');
    assert.equal(alert.title, 'Checkout answers more than 5 % of requests with an error');
    assert.deepEqual(alert.names, ['HighErrorRate']);
    assert.deepEqual(alert.services, ['checkout']);
    assert.deepEqual(alert.runbooks, ['https://runbooks.harbour.example/high-error-rate']);
    assert.equal(alert.startedAt, Date.parse('2024-01-15T14:23:05.123Z'));
    assert.equal(alert.isOver, false);
    assert.deepEqual(told(alert), [
      ['2024-01-15T14:23:05', 'Alertmanager alert fired: HighErrorRate on checkout-1:9090', 'detected'],
      ['2024-01-15T14:24:00', 'Alertmanager alert fired: HighErrorRate on checkout-2:9090', 'detected'],
      ['2024-01-15T14:31:00', 'Alertmanager alert stopped: HighErrorRate on checkout-2:9090', undefined],
      [undefined, 'Alertmanager left out 2 further alerts', undefined],
    ]);
  });

  it('of Grafana is told from Alertmanager, and brings its dashboards', () => {
    const alert = read(grafana);
    assert.equal(alert.source, 'Grafana');
    assert.equal(alert.startedAt, Date.parse('2024-01-15T14:23:00Z'));
    assert.deepEqual(
      alert.links.map(({ label }) => label),
      ['Dashboard', 'Panel', 'Query', 'Alerts'],
    );
  });

  it('of PagerDuty is read with service, people and page', () => {
    const alert = read(pagerDuty('incident.triggered', '2024-01-15T14:23:00Z'));
    assert.deepEqual(
      [alert.title, alert.services, alert.people, alert.severity, alert.links[0]?.label],
      ['Checkout is down', ['Checkout'], ['Wei Lin'], 'P1', 'PagerDuty #42'],
    );
  });

  const events: readonly (readonly [type: string, changed: object, text: string, kind: string | undefined])[] = [
    ['incident.triggered', {}, 'PagerDuty incident #42 triggered, Wei Lin paged', 'detected'],
    ['incident.acknowledged', {}, 'PagerDuty incident #42 acknowledged by Amina Diallo', 'acknowledged'],
    ['incident.escalated', {}, 'PagerDuty incident #42 escalated to Wei Lin by Amina Diallo', undefined],
    [
      'incident.priority_updated',
      { priority: { summary: 'P2' } },
      'Priority of PagerDuty incident #42 set to P2 by Amina Diallo',
      undefined,
    ],
    ['incident.resolved', { status: 'resolved' }, 'PagerDuty incident #42 resolved by Amina Diallo', undefined],
    [
      'incident.annotated',
      { incident: { id: 'PGR0VU2', summary: 'Checkout is down' }, content: 'Rolling\nback' },
      'Note by Amina Diallo: Rolling back',
      undefined,
    ],
    ['incident.reopened', {}, 'PagerDuty incident #42 reopened by Amina Diallo', undefined],
  ];
  for (const [type, changed, text, kind] of events) {
    it(`of PagerDuty becomes an entry: ${type}`, () => {
      const alert = read(pagerDuty(type, '2024-01-15T14:30:00Z', changed));
      assert.deepEqual(told(alert), [['2024-01-15T14:30:00', text, kind]]);
      assert.equal(alert.key, 'PagerDuty PGR0VU2');
    });
  }

  it('of Opsgenie counts its creation in milliseconds and its updates in nanoseconds', () => {
    assert.deepEqual(told(read(opsgenie('Create'))), [
      ['2024-01-15T14:23:00', 'Opsgenie alert #1791 created: Checkout answers with errors', 'detected'],
    ]);
    assert.deepEqual(told(read(opsgenie('Acknowledge'))), [
      ['2024-01-15T14:26:00', 'Opsgenie alert #1791 acknowledged by wei@harbour.example', 'acknowledged'],
    ]);
    assert.equal(read(opsgenie('Create')).key, read(opsgenie('Close')).key);
    assert.equal(read(opsgenie('Close')).isOver, true);
  });

  const others: readonly (readonly [name: string, text: string])[] = [
    ['an empty clipboard', ''],
    ['words', 'the checkout is down'],
    ['broken JSON', '{"event": {'],
    ['another JSON object', '{"name": "incident-docs", "version": "1.0.0"}'],
    ['a list', '[{"status": "firing"}]'],
    ['an alert list without a status', '{"alerts": [{"labels": {}}]}'],
    ['null', 'null'],
    ['an event that is about no incident', JSON.stringify(pagerDuty('service.updated', '2024-01-15T14:30:00Z'))],
  ];
  for (const [name, text] of others) {
    it(`is not seen in ${name}`, () => assert.equal(readAlert(text), undefined));
  }

  it('whose fields are of other types than documented is read as far as it goes', () => {
    const alert = read({ status: 'firing', alerts: [{ labels: [], annotations: 'x', startsAt: 5 }, null, 'x'] });
    assert.equal(alert.title, 'Alertmanager alert');
    assert.equal(alert.startedAt, undefined);
  });

  it('can bring no line end, no hidden character and no address that runs something', () => {
    const alert = read({
      ...alertmanager,
      commonAnnotations: { summary: 'One\n## Two\u202E\u0007', runbook_url: 'javascript:alert(1)' },
    });
    assert.equal(alert.title, 'One ## Two');
    assert.deepEqual(alert.runbooks, []);
  });

  const severities: readonly (readonly [string, string | undefined])[] = [
    ['critical', 'SEV-1'],
    ['P2', 'SEV-2'],
    ['warning', 'SEV-3'],
    ['info', 'SEV-4'],
    ['sev2', 'SEV-2'],
    ['purple', undefined],
  ];
  for (const [severity, expected] of severities) {
    it(`that is called ${severity} is ${expected ?? 'for a person to judge'}`, () => {
      const alert = { ...read(alertmanager), severity };
      assert.equal(severityOf(alert, defaultSeverities)?.name, expected);
    });
  }
});
