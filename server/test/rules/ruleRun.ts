import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits, compatibleEdits } from '../../src/core/edits/apply.ts';
import { analyze, type Diagnostic, type Environment, type Source } from '../../src/core/lint.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { indexDocuments } from '../../src/core/model/documentIndex.ts';
import type { DocumentFacts } from '../../src/core/model/facts.ts';
import { readFacts } from '../../src/core/neighbours.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import type { Workspace } from '../../src/core/workspace.ts';

/** The clock of all rule tests unless they say otherwise: noon of the day on which no action of S1 is overdue yet. */
export const testClock = Date.parse('2024-01-18T12:00Z');

const templates = builtInTemplates();

/** What documents are read with where nobody has settled anything. */
export function testEnvironment(workspace: Workspace, now = testClock): Environment {
  return { workspace, templates, configuration: defaultConfiguration, now };
}

/** What one rule, and no other, says of a text. */
export interface RuleRun {
  /** Undefined where the text is no document of a kind. */
  readonly document: IncidentDocument | undefined;
  readonly findings: readonly Diagnostic[];
}

/** Runs one rule on a text, as a team would that has turned it on. */
export async function runRule(rule: Rule, source: Source, workspace: Workspace, now: number): Promise<RuleRun> {
  const environment = withRule(rule, testEnvironment(workspace, now));
  const index = rule.concerns && indexDocuments(await factsIn(environment));
  const { document, diagnostics } = await analyze(source, { ...environment, index });
  return { document, findings: diagnostics.filter((diagnostic) => diagnostic.rule === rule.id) };
}

async function factsIn(environment: Environment): Promise<DocumentFacts[]> {
  const { workspace } = environment;
  const paths = await workspace.markdownFiles();
  const facts = await Promise.all(
    paths.map(async (path) => readFacts({ path, text: (await workspace.read(path)) ?? '' }, environment)),
  );
  return facts.filter((found) => found !== undefined);
}

function withRule({ id, level }: Rule, environment: Environment): Environment {
  if (level !== 'off') return environment;
  const rules = new Map([[id, { level: 'information' as const }]]);
  return { ...environment, configuration: { ...environment.configuration, rules } };
}

/** The text after the fixes of one rule, made again and again as `fixAll` does, and what the rule still says of it. */
export async function fixWith(
  rule: Rule,
  source: Source,
  workspace: Workspace,
  now: number,
): Promise<{ readonly text: string; readonly left: readonly Diagnostic[] }> {
  let { text } = source;
  for (let pass = 0; pass < 40; pass++) {
    const { findings } = await runRule(rule, { path: source.path, text }, workspace, now);
    const edits = compatibleEdits(findings.flatMap(({ fix }) => (fix ? [fix] : [])));
    if (edits.length === 0) return { text, left: findings };
    text = applyEdits(text, edits);
  }
  throw new Error(`The fixes of ${rule.id} come to no end on ${source.path}.`);
}
