/** Roles that only people have. */
const role =
  '(?:engineers?|developers?|sysadmins?|administrators?|contractors?|consultants?|interns?|trainees?|employees?|colleagues?|coworkers?|technicians?|analysts?|testers?|architects?|on-?call(?:ers?)?|devs?|reviewers?|directors?|supervisors?|deployers?|(?:team|tech|shift|project|engineering) leads?|(?:release|engineering|product|project|incident|account|change) managers?|incident commanders?|DBAs?|SREs?|guys?|(?:on-?call |support )?person)(?: (?:on (?:call|duty|shift)|from (?:the )?\\p{L}+))?';
const article = "(?:[Tt]he |[Aa]n? |[Oo]ur |[Oo]ne of (?:the|our) |[Tt]heir |\\p{Lu}\\p{Ll}+['’]s )?";

/** A person, as postmortems name one without a name: a handle, a role, a single he or she. "We" is the author's own. */
export const person = `(?:@[\\w.-]*\\w|\\b(?:[Hh]e|[Ss]he|[Ss]omeone|[Ss]omebody|[Ww]hoever|${article}(?:[\\w-]+ ){0,2}?${role})\\b)`;

/** Several people who are one: "the database team", "support". */
export const team =
  '(?:\\b(?:[Tt]he |[Oo]ur |[Tt]heir )(?:[\\w-]+ ){0,2}(?:teams?|squad|department|crew|vendor|contractor)\\b|\\b[Tt]eam \\p{Lu}[\\w-]+)';

/** A role that programs have too: an operator of Kubernetes, a cache manager. */
export const ambiguousRole =
  '(?:\\b(?:[Tt]he |[Aa]n? |[Oo]ur )(?:[\\w-]+ )?(?:operators?|managers?|admins?|responders?|users?)(?: on (?:call|duty|shift))?\\b)';

/** What may be a name, to be asked of `isName`. */
export const nameLike = '(?:(?<![\\p{L}\\d-])\\p{Lu}\\p{Ll}+(?![\\p{L}\\d-]))';

/** Words with a capital that are no names: those that begin sentences, and products that "fail to" do things. */
const noNames: ReadonlySet<string> = new Set(
  `We They It This That These Those There Nobody None Everyone Everybody You Which What Who When While After Before Then Also But And So If As Since Because
  The A An Our Their Its His Her Each All Both Some Any Many Most Several One Two Three Other Others Another However Unfortunately Finally Later First Second
  Kubernetes Prometheus Grafana Alertmanager Jenkins Terraform Ansible Docker Postgres Postgresql Mysql Redis Kafka Nginx Envoy Istio Consul Vault Nomad Travis Github
  Gitlab Cloudflare Fastly Akamai Google Amazon Microsoft Azure Heroku Datadog Sentry Pingdom Pagerduty Opsgenie Slack Certbot Varnish Apache Haproxy Cassandra Elasticsearch
  Opensearch Kibana Logstash Fluentd Loki Mimir Thanos Cortex Traefik Flux Argo Helm Spinnaker Puppet Chef Salt Systemd Linux Ubuntu Debian Windows Chrome Firefox Safari
  Java Python Ruby Rails Node Django Celery Sidekiq Rabbitmq Zookeeper Etcd Ceph Hadoop Spark Flink Airflow Snowflake Stripe Twilio Mongo Mongodb Dynamo Aurora Lambda
  Binder Jupyter Prow Travis Bazel Gradle Maven Npm Yarn Android Apple Cilium Calico Linkerd Karpenter Velero Rook Crossplane Backstage Okta Auth Zendesk Salesforce
  People Staff Monitoring Alerting Alerts Pods Nodes Clients Servers Requests Users Customers Tests Support Operations Engineering Security Management Production Staging
  January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday`.split(
    /\s+/,
  ),
);

/** Whether a word with a capital can be somebody's name. */
export function isName(word: string): boolean {
  return word.length > 2 && !noNames.has(word);
}
