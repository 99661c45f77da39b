import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { analyze, type Diagnostic, type Environment, type Source } from '../../src/core/lint.ts';
import { rules } from '../../src/core/rules/index.ts';
import { assertFixedOnce, assertSound } from './fixLaws.ts';
import { testEnvironment } from './ruleRun.ts';

const corpus = process.env['INCIDENT_DOCS_CORPUS'];

interface RealDocument extends Source {
  /** What a person says it is: `postmortem`, `runbook`, `template` or `other`. */
  readonly kind: string;
  readonly environment: Environment;
}

/** The real documents, each with its own repository as the workspace and all rules turned on. */
function readCorpus(folder: string): RealDocument[] {
  const index: readonly { readonly repo: string; readonly path: string; readonly kind: string }[] = JSON.parse(
    readFileSync(join(folder, 'index.json'), 'utf8'),
  );
  const environments = new Map<string, Environment>();
  return index.map(({ repo, path, kind }) => {
    const root = join(folder, repo.replace('/', '+'));
    const environment = environments.get(root) ?? withAllRules(testEnvironment(openNodeWorkspace(root)));
    environments.set(root, environment);
    const file = join(root, path);
    return { path: file, text: readFileSync(file, 'utf8'), kind, environment };
  });
}

function withAllRules(environment: Environment): Environment {
  const off = rules.filter(({ level }) => level === 'off');
  const settings = new Map(off.map(({ id }) => [id, { level: 'hint' as const }]));
  return { ...environment, configuration: { ...environment.configuration, rules: settings } };
}

/** On so many documents the fix of each rule is tried by itself; all fixes at once are made on each. */
const enough = 40;

describe('The rules on real documents', function () {
  this.timeout(300_000);
  let documents: readonly RealDocument[] = [];
  /** What is said of a document, which is read once for all tests. */
  const said = new Map<RealDocument, readonly Diagnostic[]>();
  const saidOf = async (document: RealDocument): Promise<readonly Diagnostic[]> => {
    const diagnostics = said.get(document) ?? (await assertSound(document, document.environment));
    said.set(document, diagnostics);
    return diagnostics;
  };
  before(function () {
    // The run of all tests says that these are left out.
    if (!corpus) this.skip();
    documents = readCorpus(corpus);
  });

  it('come to their end on each, and say nothing of what is none of ours', async () => {
    let judged = 0;
    for (const document of documents) {
      const diagnostics = await saidOf(document);
      if (diagnostics.length > 0) judged++;
      if (document.kind !== 'other' && !/^readme\./i.test(basename(document.path))) continue;
      assert.deepEqual(
        diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        document.path,
      );
    }
    assert.ok(judged > 300, `only ${judged} documents were judged at all`);
  });

  it('have one thing less to say after each kind of fix', async () => {
    const tried = new Map<string, number>();
    for (const document of documents) {
      const diagnostics = await saidOf(document);
      const firstOfRule = new Map(
        diagnostics.toReversed().flatMap((found) => (found.fix ? [[found.rule, found]] : [])),
      );
      for (const found of firstOfRule.values()) {
        const times = tried.get(found.rule) ?? 0;
        tried.set(found.rule, times + 1);
        if (times < enough) await assertMended(document, found, diagnostics);
      }
    }
  });

  it('are fixed all at once, and fixing again changes nothing', async () => {
    for (const document of documents) await assertFixedOnce(document, document.environment);
  });
});

async function assertMended(
  document: RealDocument,
  { rule, fix, message }: Diagnostic,
  before: readonly Diagnostic[],
): Promise<void> {
  const text = applyEdits(document.text, fix?.edits ?? []);
  const path = fix?.rename === undefined ? document.path : join(dirname(document.path), fix.rename);
  const after = await analyze({ path, text }, document.environment);
  const count = (diagnostics: readonly Diagnostic[]): number =>
    diagnostics.filter((diagnostic) => diagnostic.rule === rule).length;
  assert.ok(count(after.diagnostics) < count(before), `${document.path}: ${rule} still says as much: ${message}`);
}
