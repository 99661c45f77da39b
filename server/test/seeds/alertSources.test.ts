import assert from 'node:assert/strict';
import { readAlert } from '../../src/core/alerts/read.ts';
import { alertmanager, grafana, opsgenie, pagerDuty, prometheus, serviceNow } from '../alerts/payloads.ts';
import { begun, read } from './process.ts';

describe('S3 sources of alerts', () => {
  const payloads: readonly (readonly [source: string, payload: object])[] = [
    ['Prometheus', prometheus],
    ['Alertmanager', alertmanager],
    ['Grafana', grafana],
    ['PagerDuty', pagerDuty('incident.triggered', '2024-01-15T14:23:00Z')],
    ['Opsgenie', opsgenie('Create')],
    ['ServiceNow', serviceNow],
  ];
  for (const [source, payload] of payloads) {
    it(`have their payloads read: ${source}`, () => {
      const alert = readAlert(JSON.stringify(payload));
      assert.equal(alert?.source, source);
      assert.ok(
        alert.startedAt !== undefined && alert.events.length > 0 && alert.services.length + alert.names.length > 0,
      );
    });
  }

  const tickets = [
    'INC0010023',
    'PRB0040012',
    'https://harbour.service-now.com/nav_to.do?uri=incident.do',
    'https://harbour.atlassian.example/browse/OPS-7',
  ];
  for (const ticket of tickets) {
    it(`have their links known as what follows an action: ${ticket}`, async () => {
      const { document } = await read(
        begun().replace('- [What must change so that this does not happen again]', `- Alert on the pool (${ticket})`),
      );
      assert.equal(document.actionItems[0]?.ticket?.value, ticket);
    });
  }
});
