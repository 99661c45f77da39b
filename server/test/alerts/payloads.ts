/** Payloads in the form that the services document, with a team's own names and numbers in them. */

export const alertmanager = {
  version: '4',
  groupKey: '{}/{team="harbour"}:{alertname="HighErrorRate"}',
  truncatedAlerts: 2,
  status: 'firing',
  receiver: 'harbour-webhook',
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: { alertname: 'HighErrorRate', severity: 'critical', service: 'checkout' },
  commonAnnotations: {
    summary: 'Checkout answers more than 5 % of requests with an error',
    runbook_url: 'https://runbooks.harbour.example/high-error-rate',
  },
  externalURL: 'https://alertmanager.harbour.example',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'HighErrorRate', severity: 'critical', service: 'checkout', instance: 'checkout-1:9090' },
      annotations: {},
      startsAt: '2024-01-15T14:23:05.123Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'https://prometheus.harbour.example/graph?g0.expr=errors',
      fingerprint: 'a3f1c2d4e5b6a798',
    },
    {
      status: 'resolved',
      labels: { alertname: 'HighErrorRate', severity: 'critical', service: 'checkout', instance: 'checkout-2:9090' },
      annotations: {},
      startsAt: '2024-01-15T14:24:00Z',
      endsAt: '2024-01-15T14:31:00Z',
      generatorURL: 'https://prometheus.harbour.example/graph?g0.expr=errors',
      fingerprint: 'b3f1c2d4e5b6a798',
    },
  ],
};

export const grafana = {
  receiver: 'harbour',
  status: 'firing',
  orgId: 1,
  version: '1',
  groupKey: '{}:{alertname="Latency"}',
  truncatedAlerts: 0,
  state: 'alerting',
  title: '[FIRING:1] Latency (search)',
  message: 'See the panel.',
  groupLabels: { alertname: 'Latency' },
  commonLabels: { alertname: 'Latency' },
  commonAnnotations: { summary: 'Search is slow' },
  externalURL: 'https://grafana.harbour.example/',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'Latency', service: 'search', severity: 'warning' },
      annotations: { summary: 'Search is slow' },
      startsAt: '2024-01-15T16:23:00+02:00',
      endsAt: '0001-01-01T00:00:00Z',
      values: { B: 5.2 },
      generatorURL: 'https://grafana.harbour.example/alerting/grafana/abc/view',
      fingerprint: 'c6eadffa33fcdf37',
      silenceURL: 'https://grafana.harbour.example/alerting/silence/new',
      dashboardURL: 'https://grafana.harbour.example/d/search',
      panelURL: 'https://grafana.harbour.example/d/search?viewPanel=2',
    },
  ],
};

/** An event about an incident of PagerDuty; what changes with the type of event is given. */
export function pagerDuty(type: string, occurredAt: string, changed: object = {}): object {
  return {
    event: {
      id: '01BXXXXXXXXXXXXXXXXXXXXXXX',
      event_type: type,
      resource_type: 'incident',
      occurred_at: occurredAt,
      agent: { id: 'PLH1HKV', type: 'user_reference', summary: 'Amina Diallo' },
      client: null,
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        html_url: 'https://harbour.pagerduty.com/incidents/PGR0VU2',
        number: 42,
        status: 'triggered',
        created_at: '2024-01-15T14:23:00Z',
        title: 'Checkout is down',
        service: { id: 'PF9KMXH', summary: 'Checkout', type: 'service_reference' },
        assignees: [{ id: 'PTUXL6G', summary: 'Wei Lin', type: 'user_reference' }],
        priority: { id: 'PSO75BM', summary: 'P1', type: 'priority_reference' },
        urgency: 'high',
        ...changed,
      },
    },
  };
}

/** An action on an alert of Opsgenie. */
export function opsgenie(action: string, changed: object = {}): object {
  return {
    source: { name: '', type: 'API' },
    alert: {
      alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
      tinyId: '1791',
      alias: 'checkout-errors',
      message: 'Checkout answers with errors',
      tags: ['checkout'],
      createdAt: 1_705_328_580_000,
      updatedAt: 1_705_328_760_000_000_000,
      username: 'wei@harbour.example',
      priority: 'P2',
      details: { service: 'checkout', runbook: 'https://runbooks.harbour.example/errors' },
      ...changed,
    },
    action,
    integrationName: 'Webhook',
  };
}

/** The alerts of Prometheus as its API lists them. */
export const prometheus = {
  status: 'success',
  data: {
    alerts: [
      {
        labels: { alertname: 'HighErrorRate', instance: 'checkout-1', severity: 'critical' },
        annotations: { summary: 'Checkout fails' },
        state: 'firing',
        activeAt: '2024-01-15T14:23:05.123456789Z',
        value: '7e+00',
      },
      {
        labels: { alertname: 'DiskFull', severity: 'warning' },
        annotations: {},
        state: 'pending',
        activeAt: '2024-01-15T14:25:00Z',
        value: '9e-01',
      },
    ],
  },
};

/** The record of an incident as ServiceNow's Table API gives it, with the names of what it refers to. */
export const serviceNow = {
  result: {
    sys_id: '9d385017c611228701d22104cc95c371',
    number: 'INC0010023',
    short_description: 'Checkout is down',
    priority: '1 - Critical',
    state: '2',
    opened_at: '2024-01-15 14:23:05',
    sys_updated_on: '2024-01-15 14:31:00',
    business_service: { display_value: 'Checkout', link: 'https://harbour.service-now.com/api/now/table/cmdb_ci/1' },
    assigned_to: { display_value: 'Wei Lin', link: 'https://harbour.service-now.com/api/now/table/sys_user/2' },
  },
};
