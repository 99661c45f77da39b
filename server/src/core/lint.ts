import { applyEdits, compatibleEdits } from './edits/apply.ts';
import type { IncidentDocument } from './model/document.ts';
import { readDocument } from './model/read.ts';
import { configSyntax } from './rules/config-syntax.ts';
import { tooIntricate } from './parse/intricacy.ts';
import { rules } from './rules/index.ts';
import type { Fix, Level, RelatedPlace, Rule, RuleContext } from './rules/rule.ts';
import { mayBeDocument } from './schema/classify.ts';
import { isTeamTemplate, readTeamTemplate } from './schema/teamTemplates.ts';
import type { Template } from './schema/template.ts';
import type { Span } from './text/span.ts';
import type { Workspace } from './workspace.ts';

/** What a finding becomes once its level is settled; the edges turn it into LSP or into lines of text. */
export interface Diagnostic {
  /** The rule's id. */
  readonly rule: string;
  readonly level: Level;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fix: Fix | undefined;
}

/** A text to be read, and where it stands. */
export interface Source {
  /** Absolute path with forward slashes; for an unsaved document its name alone. */
  readonly path: string;
  readonly text: string;
}

/** All that the reading of a document depends on, beside the document. */
export interface Environment {
  readonly workspace: Workspace;
  /** The built-in templates and the team's own, which come first. */
  readonly templates: readonly Template[];
  /** The clock, in ms since 1970 UTC. */
  readonly now: number;
}

/** What the linter says of a text. */
export interface Analysis {
  /** The model; undefined for Markdown that is none of our documents, and for a team's template. */
  readonly document: IncidentDocument | undefined;
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why a text that may be one of our documents was not read, as a sentence for the reader. */
  readonly unread?: string;
}

/**
 * Reads a text and runs every rule of its kind. Answers with no document, and no diagnostics, for Markdown that is none of
 * ours; a team's own template is checked as what it is, a template. A rule that throws is a bug of ours: the others still
 * speak, and the failure is a diagnostic of its own.
 */
export async function analyze(
  source: Source,
  environment: Environment,
  cancelled: () => boolean = () => false,
): Promise<Analysis> {
  if (isTeamTemplate(source.path, environment.workspace.root)) {
    return { document: undefined, diagnostics: templateDiagnostics(source) };
  }
  const obstacle = mayBeDocument(source.path, source.text) ? tooIntricate(source.text) : undefined;
  if (obstacle !== undefined) return { document: undefined, diagnostics: [], unread: `${obstacle}, so it is not checked.` };
  const document = await readDocument(source.path, source.text, environment.templates, environment.workspace);
  if (!document || cancelled()) return { document, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    if (rule.level === 'off' || !rule.kinds.includes(document.kind)) continue;
    diagnostics.push(...runRule(rule, rule.level, document, { now: environment.now }));
  }
  return {
    document,
    diagnostics: diagnostics.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

function templateDiagnostics({ path, text }: Source): Diagnostic[] {
  return readTeamTemplate(path, text)
    .problems.map(({ span, message }) => ({
      rule: configSyntax.id,
      level: 'error' as const,
      span,
      message,
      related: [],
      fix: undefined,
    }))
    .toSorted((a, b) => a.span.start - b.span.start);
}

function runRule(rule: Rule, level: Level, document: IncidentDocument, context: RuleContext): Diagnostic[] {
  try {
    return [...rule.check(document, context)].map((finding) => ({
      rule: rule.id,
      level: finding.level ?? level,
      span: finding.span,
      message: finding.message,
      related: finding.related ?? [],
      fix: finding.fix,
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The rule ${rule.id} failed on this document (${reason}); its findings are missing, please report it.`;
    return [{ rule: rule.id, level: 'warning', span: { start: 0, end: 0 }, message, related: [], fix: undefined }];
  }
}

/** How often `fixAll` looks again: a fix may bring up what the next one mends. */
const passes = 10;

/** Makes every correction that the rules offer, again and again until none is left; other bytes stay as they are. */
export async function fixAll(source: Source, environment: Environment): Promise<string> {
  let text = source.text;
  for (let pass = 0; pass < passes; pass++) {
    const { diagnostics } = await analyze({ path: source.path, text }, environment);
    const edits = compatibleEdits(diagnostics.flatMap(({ fix }) => (fix ? [fix] : [])));
    const next = applyEdits(text, edits);
    if (next === text) return text;
    text = next;
  }
  return text;
}
