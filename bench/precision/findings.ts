import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyze, type Diagnostic, type Environment } from '../../server/src/core/lint.ts';
import { settingsOfNobody } from '../../server/src/core/teamSettings.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import type { DocumentKind } from '../../server/src/core/schema/vocabulary.ts';
import type { Workspace } from '../../server/src/core/workspace.ts';
import { openNodeWorkspace } from '../../server/src/cli/nodeWorkspace.ts';

/** A finding on a real document, under a name that outlives changes of other rules and of messages. */
export interface RealFinding {
  readonly rule: string;
  readonly level: Diagnostic['level'];
  readonly message: string;
  /** `document-hash:line:character:subject-hash`; line and character count from 1. */
  readonly key: string;
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly text: string;
  /** What kind the document was read as, and whether somebody had to say so. */
  readonly kind: DocumentKind;
  readonly told: boolean;
}

interface IndexEntry {
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
}

/** The clock that "overdue" and "stale" go by, whenever the measure is taken. */
const now = Date.UTC(2026, 10, 1);

/** What depends on the template that a team has chosen: not judged where the kind, and with it the template, was only told. */
const structural: ReadonlySet<string> = new Set([
  'missing-section',
  'missing-field',
  'section-order',
  'unknown-section',
]);

/**
 * Lints each document as a person would who has configured nothing. A document that the folder's index calls a postmortem or
 * a runbook, and that is not recognised as one, is linted as what the index calls it.
 */
export async function findAll(folder: string): Promise<readonly RealFinding[]> {
  const index: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  if (!Array.isArray(index) || !index.every(isIndexEntry)) throw new Error('index.json is no list of documents.');
  const found: RealFinding[] = [];
  // One for each repository, as each would list its files again for each document.
  const workspaces = new Map<string, Workspace>();
  for (const entry of index) {
    const root = resolve(folder, entry.repo.replace('/', '+'));
    const workspace = workspaces.get(root) ?? openNodeWorkspace(root);
    workspaces.set(root, workspace);
    found.push(...(await findIn(workspace, root, entry)));
  }
  return found;
}

async function findIn(workspace: Workspace, root: string, { path, kind }: IndexEntry): Promise<readonly RealFinding[]> {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  const environment: Environment = { ...settingsOfNobody(), workspace, now };
  const free = await analyze({ path: file, text }, environment);
  const told = !free.document && (kind === 'runbook' || kind === 'postmortem') ? kind : undefined;
  const { document, diagnostics } = told ? await analyze({ path: file, text }, tell(environment, told)) : free;
  if (!document) return [];
  const lines = new LineIndex(text);
  const hash = digest(text, 12);
  return diagnostics
    .filter(({ rule }) => !told || !structural.has(rule))
    .map(({ rule, level, message, span }) => {
      const { line, character } = lines.positionAt(span.start);
      const key = `${hash}:${line + 1}:${character + 1}:${digest(/[“"]([^”"]*)[”"]/.exec(message)?.[1] ?? '', 4)}`;
      return { rule, level, message, key, file, line, text, kind: document.kind, told: told !== undefined };
    });
}

function tell(environment: Environment, kind: DocumentKind): Environment {
  const everything = { source: '**', excludes: false, matches: () => true };
  const documents = [{ files: [everything], kind, template: undefined }];
  return { ...environment, configuration: { ...environment.configuration, documents } };
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function isIndexEntry(value: unknown): value is IndexEntry {
  return typeof value === 'object' && value !== null && 'repo' in value && 'path' in value && 'kind' in value;
}
