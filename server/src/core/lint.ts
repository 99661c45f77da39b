import { checkDocument } from './check.ts';
import { always, clockAt, type Period } from './clock.ts';
import { choiceFor } from './configuration/choice.ts';
import { isConfiguration } from './configuration/file.ts';
import { settleRules } from './configuration/levels.ts';
import { readConfiguration } from './configuration/read.ts';
import { inOrder, toDiagnostics, type Diagnostic } from './diagnostics.ts';
import { applyEdits, compatibleEdits } from './edits/apply.ts';
import type { Environment, Source } from './environment.ts';
import type { IncidentDocument } from './model/document.ts';
import { readDocument } from './model/read.ts';
import { createMemory, type Memory } from './parse/memory.ts';
import { rules } from './rules/index.ts';
import type { Finding } from './rules/rule.ts';
import { mayBeDocument } from './schema/kindSigns.ts';
import { isTeamTemplate, readTeamTemplate } from './schema/teamTemplates.ts';
import { pathWithin } from './text/path.ts';

export type { Diagnostic } from './diagnostics.ts';
export type { Environment, Source } from './environment.ts';

/** What the linter says of a text. */
export interface Analysis {
  /** The model; undefined for Markdown that is none of our documents, for a team's template and for its configuration. */
  readonly document: IncidentDocument | undefined;
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
  /** At what times the diagnostics would be the same, everything else being equal. */
  readonly holds: Period;
  /** Why a text that may be one of our documents was not read, as a sentence for the reader. */
  readonly unread?: string;
}

/**
 * Reads a text and runs the rules of its kind at the levels that the team has settled. Answers with no document, and no
 * diagnostics, for Markdown that is none of ours; a team's template and its configuration are checked as what they are.
 * Whoever reads a document again and again gives it a memory; then what an earlier reading answered must not be used any more.
 */
export async function analyze(
  source: Source,
  environment: Environment,
  cancelled: () => boolean = () => false,
  memory: Memory = createMemory(),
): Promise<Analysis> {
  const { path, text } = source;
  const { workspace, templates, configuration } = environment;
  const settings = settingsProblems(source, environment);
  if (settings)
    return { document: undefined, diagnostics: problemDiagnostics(settings, source, environment), holds: always };

  const choice = choiceFor(configuration, workspace.root, path);
  if (!mayBeDocument(path, text, choice)) return { document: undefined, diagnostics: [], holds: always };
  const { obstacle } = memory.markdown(text);
  if (obstacle !== undefined)
    return { document: undefined, diagnostics: [], holds: always, unread: `${obstacle}, so it is not checked.` };
  const document = await readDocument(path, text, templates, workspace, choice, memory);
  if (!document || cancelled()) return { document, diagnostics: [], holds: always };
  const clock = clockAt(environment.now);
  const diagnostics = inOrder(checkDocument(document, environment, clock));
  return { document, diagnostics, holds: clock.answersHold };
}

/** What is wrong with a text that is no document but settles how documents are read; undefined where it is neither. */
function settingsProblems(
  { path, text }: Source,
  { workspace, templates }: Environment,
): readonly Problem[] | undefined {
  if (isConfiguration(path)) return readConfiguration(text, { rules, templates }).problems;
  if (!isTeamTemplate(path, workspace.root)) return undefined;
  return readTeamTemplate(path, text).problems;
}

interface Problem extends Finding {
  readonly rule: string;
}

function problemDiagnostics(
  problems: readonly Problem[],
  { path }: Source,
  { configuration, workspace }: Environment,
): readonly Diagnostic[] {
  const settle = settleRules(configuration, undefined, pathWithin(workspace.root, path));
  const settled = new Map(rules.map((rule) => [rule.id, settle(rule)]));
  return inOrder(
    problems.flatMap((problem) => {
      const rule = settled.get(problem.rule);
      return rule ? toDiagnostics(problem.rule, rule, [problem]) : [];
    }),
  );
}

/** How often `fixAll` looks again: a fix may bring up what the next one mends, and sections of one place come one by one. */
const passes = 40;

/**
 * Makes every correction that the rules offer, those on request aside, again and again until none is left; other bytes stay
 * as they are.
 */
export async function fixAll(source: Source, environment: Environment): Promise<string> {
  const memory = createMemory();
  let text = source.text;
  for (let pass = 0; pass < passes; pass++) {
    const { diagnostics } = await analyze({ path: source.path, text }, environment, undefined, memory);
    const edits = compatibleEdits(diagnostics.flatMap(({ fix }) => (fix && !fix.onRequest ? [fix] : [])));
    const next = applyEdits(text, edits);
    if (next === text) return text;
    text = next;
  }
  return text;
}
