import type { Clock } from './clock.ts';
import type { Configuration } from './configuration/configuration.ts';
import { settleRules, type Settle, type SettledRule } from './configuration/levels.ts';
import { toDiagnostics, type Diagnostic } from './diagnostics.ts';
import type { Environment } from './environment.ts';
import type { IncidentDocument } from './model/document.ts';
import { indexDocuments, type DocumentIndex } from './model/documentIndex.ts';
import type { DocumentFacts } from './model/facts.ts';
import type { DocumentKind } from './schema/vocabulary.ts';
import { rules } from './rules/index.ts';
import { invalidSuppression } from './rules/invalid-suppression.ts';
import type { Rule, RuleContext } from './rules/rule.ts';
import { heedSuppressions } from './suppressions/apply.ts';
import { judgeSuppressions } from './suppressions/judge.ts';
import { readSuppressions } from './suppressions/read.ts';
import { pathWithin } from './text/path.ts';

const nothingKnown = indexDocuments([]);

/**
 * Whether the workspace's other documents have a part in what the rules that are on say of a document; where these documents
 * are not known yet, whether they could have.
 */
export function isConcernedBy(
  index: DocumentIndex | undefined,
  facts: DocumentFacts,
  { configuration, workspace }: Environment,
): boolean {
  const settle = settleRules(configuration, facts.kind, pathWithin(workspace.root, facts.path));
  return rules.some(
    (rule) =>
      rule.concerns !== undefined &&
      rule.kinds.includes(facts.kind) &&
      settle(rule).level !== 'off' &&
      rule.concerns(facts, index),
  );
}

/** Whether other documents could have a part in what any rule, were it on, says of a document: cheap to ask. */
export function mayLookAround(facts: DocumentFacts): boolean {
  return rules.some((rule) => rule.concerns?.(facts, undefined) === true);
}

/**
 * Runs the rules of a document's kind, at the levels that the team has settled, and heeds the comments that suppress them. A
 * rule that throws is a bug of ours: the others still speak, and the failure is a diagnostic of its own.
 */
export function checkDocument(document: IncidentDocument, environment: Environment, clock: Clock): Diagnostic[] {
  const { configuration, templates, workspace, index = nothingKnown } = environment;
  const settle = settleRules(configuration, document.kind, pathWithin(workspace.root, document.path));
  const settledRules =
    configuration.overrides.length > 0
      ? rulesThatRun(document.kind, settle)
      : document.recall(ofAnyPath[document.kind], configuration);
  const diagnostics: Diagnostic[] = [];
  const surroundings = { clock, configuration, templates, index };
  for (const [rule, settled] of settledRules)
    for (const diagnostic of runRule(rule, settled, document, surroundings)) diagnostics.push(diagnostic);
  const suppressions = readSuppressions(document.outline, document.lines);
  if (suppressions.length === 0) return diagnostics;
  const heeded = heedSuppressions(diagnostics, suppressions, document.lines);
  const ids = rules.map(({ id }) => id);
  const idle = judgeSuppressions(suppressions, heeded, ids);
  return [...heeded.kept, ...toDiagnostics(invalidSuppression.id, settle(invalidSuppression), idle)];
}

/** A rule and how it runs. */
type RunningRule = readonly [rule: Rule, settled: SettledRule];

function rulesThatRun(kind: DocumentKind, settle: Settle): readonly RunningRule[] {
  return rules.flatMap((rule): RunningRule[] => {
    if (!rule.kinds.includes(kind)) return [];
    const settled = settle(rule);
    return settled.level === 'off' ? [] : [[rule, settled]];
  });
}

function settledFor(kind: DocumentKind): (configuration: Configuration) => readonly RunningRule[] {
  return (configuration) => rulesThatRun(kind, settleRules(configuration, kind, undefined));
}

const noDiagnostics: readonly Diagnostic[] = [];

/** The rules of each kind, as a configuration settles them that says nothing of single paths. */
const ofAnyPath: Readonly<Record<DocumentKind, (configuration: Configuration) => readonly RunningRule[]>> = {
  runbook: settledFor('runbook'),
  incident: settledFor('incident'),
  postmortem: settledFor('postmortem'),
};

function runRule(
  rule: Rule,
  settled: SettledRule,
  document: IncidentDocument,
  surroundings: Omit<RuleContext, 'options'>,
): readonly Diagnostic[] {
  try {
    const findings = [...rule.check(document, { ...surroundings, options: settled.options })];
    return findings.length === 0 ? noDiagnostics : toDiagnostics(rule.id, settled, findings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The rule ${rule.id} failed on this document (${reason}); its findings are missing, please report it.`;
    return [{ rule: rule.id, level: 'warning', span: { start: 0, end: 0 }, message, related: [], fix: undefined }];
  }
}
