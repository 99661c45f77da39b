/** What a monitoring or paging service says of something that went wrong, whichever service it is. */
export interface Alert {
  readonly source: 'Alertmanager' | 'Grafana' | 'Prometheus' | 'PagerDuty' | 'Opsgenie' | 'ServiceNow';
  /** Tells the events of one incident from those of others; begins with the source's name. */
  readonly key: string;
  /** What is wrong, in one line. */
  readonly title: string;
  /** What it says besides, in one line: measured values, who is affected. */
  readonly description: string | undefined;
  /** The names of the alerts, by which runbooks are found. */
  readonly names: readonly string[];
  /** How grave the service calls it, as it writes it: `critical`, `P1`. */
  readonly severity: string | undefined;
  readonly services: readonly string[];
  /** Who was paged, or works on it. */
  readonly people: readonly string[];
  /** When it began, in ms since 1970 UTC. */
  readonly startedAt: number | undefined;
  /** Whether it is over, as far as this event says. */
  readonly isOver: boolean;
  /** The addresses of the runbooks that it names. */
  readonly runbooks: readonly string[];
  /** Where to look: dashboards, the incident's page at the service. */
  readonly links: readonly AlertLink[];
  /** What happened, oldest first: each is a timeline entry. */
  readonly events: readonly AlertEvent[];
}

export interface AlertLink {
  readonly label: string;
  /** An address of the web. */
  readonly target: string;
}

export interface AlertEvent {
  /** In ms since 1970 UTC; undefined where the service does not say. */
  readonly at: number | undefined;
  /** In one line. */
  readonly text: string;
  /** One of the kinds of timeline entry, where it is one. */
  readonly kind: 'detected' | 'acknowledged' | 'resolved' | 'communication' | 'action' | undefined;
}
