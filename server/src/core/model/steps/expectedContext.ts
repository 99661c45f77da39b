import type { Configuration } from '../../configuration/configuration.ts';
import { scalarText } from '../../parse/frontMatter.ts';
import type { IncidentDocument } from '../document.ts';

/** What a live context is asked of: the kube-context, an account of a cloud, or the machine. */
export type ContextKind = 'kubernetes' | 'aws' | 'gcp' | 'azure' | 'account' | 'host';

/** Where a runbook expects to run. */
export interface ExpectedContext {
  readonly kind: ContextKind;
  /** As the front matter calls it: `kube`. */
  readonly label: string;
  /** Any of these is right. */
  readonly values: readonly string[];
}

const kinds: ReadonlyMap<string, ContextKind> = new Map([
  ['kube', 'kubernetes'],
  ['k8s', 'kubernetes'],
  ['kubernetes', 'kubernetes'],
  ['kubecontext', 'kubernetes'],
  ['kubectl', 'kubernetes'],
  ['cluster', 'kubernetes'],
  ['aws', 'aws'],
  ['awsaccount', 'aws'],
  ['gcp', 'gcp'],
  ['gcloud', 'gcp'],
  ['gcpproject', 'gcp'],
  ['project', 'gcp'],
  ['azure', 'azure'],
  ['subscription', 'azure'],
  ['account', 'account'],
  ['cloud', 'account'],
  ['cloudaccount', 'account'],
  ['host', 'host'],
  ['hostname', 'host'],
  ['machine', 'host'],
]);

/**
 * Where a runbook expects to run, by the `context` of its front matter: a text names a kube-context, a record the
 * kube-context, the account of a cloud and the host. What it leaves open the team's configuration may say. `unknown` are
 * keys that name nothing of which a live value could be asked.
 */
export function expectedContext(
  { frontMatter }: Pick<IncidentDocument, 'frontMatter'>,
  team: Configuration['steps']['context'],
): { readonly expected: readonly ExpectedContext[]; readonly unknown: readonly string[] } {
  const written = frontMatter.entries.find(({ key }) => key === 'context')?.value;
  const own = isRecord(written) ? Object.entries(written) : [['kubernetes', written] as const];
  const expected: ExpectedContext[] = [];
  const unknown: string[] = [];
  for (const [label, value] of [...own, ...Object.entries(team)]) {
    const values = (Array.isArray(value) ? value.map(scalarText) : [scalarText(value)]).filter((text) => text !== '');
    if (values.length === 0) continue;
    const kind = kinds.get(label.toLowerCase().replace(/[^a-z0-9]/g, ''));
    if (!kind) unknown.push(label);
    else if (!expected.some((other) => other.kind === kind)) expected.push({ kind, label, values });
  }
  return { expected, unknown };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
