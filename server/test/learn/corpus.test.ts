import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { learn, type LearningText } from '../../src/core/learn/learn.ts';
import { analyze } from '../../src/core/lint.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { documentKinds } from '../../src/core/schema/vocabulary.ts';
import { readTeamSettings } from '../../src/core/teamSettings.ts';
import type { TemplateFiles } from '../../src/core/schema/teamTemplates.ts';
import { fileNameOf, folderOf, joinPath } from '../../src/core/text/path.ts';

const corpus = process.env['INCIDENT_DOCS_CORPUS'];
const structural = new Set([
  'missing-section',
  'section-order',
  'duplicate-section',
  'empty-section',
  'missing-field',
  'missing-title',
]);
/** So many documents of a kind make a repository one to learn from. */
const enough = 20;

// The run of all tests says where these are left out.
describe('Learning from real repositories', () => {
  const index = corpus === undefined ? [] : readIndex(corpus);
  for (const repo of new Set(index.map((entry) => entry.repo))) {
    const entries = index.filter((entry) => entry.repo === repo);
    for (const kind of documentKinds) {
      const paths = new Set(entries.filter((entry) => entry.kind === kind).map(({ path }) => path));
      if (paths.size < enough) continue;
      it(`leaves at most one ${kind} in five of ${repo} with a warning of its structure`, async () => {
        const texts = entries.map(({ path }) => ({ path, text: textOf(corpus ?? '', repo, path) }));
        const root = repo.split('/').at(-1) ?? '';
        const found = learn(texts, builtInTemplates(), root);
        // What nothing but people know to be runbooks is named by them.
        const forced = found.groups.some((group) => group.kind === kind) ? undefined : { folder: '', kind };
        const ofKind = texts.filter(({ path }) => paths.has(path));
        const { files } = forced ? learn(ofKind, builtInTemplates(), root, forced) : found;
        const { warned, strangers } = await judge(files, texts, paths, forced === undefined);
        assert.ok(warned.length <= paths.size / 5, `${warned.length} of ${paths.size}: ${warned.join(', ')}`);
        // Other Markdown is left alone.
        assert.deepEqual(
          strangers.filter((path) => entries.some((one) => one.path === path && one.kind === 'other')),
          [],
        );
      });
    }
  }
});

/** The documents of a kind that have a warning, and the files beside them that count as documents after learning. */
async function judge(
  written: readonly LearningText[],
  texts: readonly LearningText[],
  ofKind: ReadonlySet<string>,
  withOthers: boolean,
): Promise<{ readonly warned: readonly string[]; readonly strangers: readonly string[] }> {
  const root = '/team';
  const { templates, configuration, problems } = await readTeamSettings(root, filesIn(root, written));
  assert.deepEqual(problems, []);
  const workspace = { root, exists: async () => true, read: async () => undefined, markdownFiles: async () => [] };
  const environment = { workspace, templates, configuration, now: Date.parse('2026-01-01T00:00Z') };
  const warned: string[] = [];
  const strangers: string[] = [];
  for (const { path, text } of texts) {
    if (!ofKind.has(path) && !withOthers) continue;
    const { document, diagnostics } = await analyze({ path: joinPath(root, path), text }, environment);
    if (!ofKind.has(path) && document) strangers.push(path);
    const grave = diagnostics.filter(
      ({ rule, level }) => structural.has(rule) && (level === 'warning' || level === 'error'),
    );
    if (ofKind.has(path) && grave.length > 0) warned.push(path);
  }
  return { warned, strangers };
}

function filesIn(root: string, files: readonly LearningText[]): TemplateFiles {
  const byPath = new Map(files.map(({ path, text }) => [joinPath(root, path), text]));
  return {
    list: async (folder) => [...byPath.keys()].filter((path) => folderOf(path) === folder).map(fileNameOf),
    read: async (path) => byPath.get(path),
  };
}

interface IndexEntry {
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
}

function readIndex(folder: string): readonly IndexEntry[] {
  const index: readonly IndexEntry[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return index;
}

function textOf(folder: string, repo: string, path: string): string {
  return readFileSync(join(folder, repo.replace('/', '+'), path), 'utf8').replace(/^\uFEFF/, '');
}
