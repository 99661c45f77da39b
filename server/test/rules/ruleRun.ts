import { applyEdits, compatibleEdits } from '../../src/core/edits/apply.ts';
import type { Source } from '../../src/core/lint.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { readDocument } from '../../src/core/model/read.ts';
import type { Finding, Rule } from '../../src/core/rules/rule.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import type { Workspace } from '../../src/core/workspace.ts';

/** The clock of all rule tests unless they say otherwise: noon of the day on which no action of S1 is overdue yet. */
export const testClock = Date.parse('2024-01-18T12:00Z');

export const templates = builtInTemplates();

/** What one rule, and no other, says of a text; whatever its level, `off` included. */
export interface RuleRun {
  /** Undefined where the text is no document of a kind. */
  readonly document: IncidentDocument | undefined;
  readonly findings: readonly Finding[];
}

export async function runRule(rule: Rule, source: Source, workspace: Workspace, now: number): Promise<RuleRun> {
  const document = await readDocument(source.path, source.text, templates, workspace);
  if (!document || !rule.kinds.includes(document.kind)) return { document, findings: [] };
  return { document, findings: [...rule.check(document, { now })] };
}

/** The text after the fixes of one rule, made again and again as `fixAll` does, and what the rule still says of it. */
export async function fixWith(
  rule: Rule,
  source: Source,
  workspace: Workspace,
  now: number,
): Promise<{ readonly text: string; readonly left: readonly Finding[] }> {
  let { text } = source;
  for (let pass = 0; pass < 40; pass++) {
    const { findings } = await runRule(rule, { path: source.path, text }, workspace, now);
    const edits = compatibleEdits(findings.flatMap(({ fix }) => (fix ? [fix] : [])));
    if (edits.length === 0) return { text, left: findings };
    text = applyEdits(text, edits);
  }
  throw new Error(`The fixes of ${rule.id} come to no end on ${source.path}.`);
}
