import { observed } from '../../cache/observed.ts';
import { openNotebook, type Notebook } from '../../cache/observations.ts';
import { isConcernedBy, mayLookAround } from '../../core/check.ts';
import { analyze } from '../../core/lint.ts';
import { indexDocuments, type DocumentIndex } from '../../core/model/documentIndex.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { readFacts } from '../../core/neighbours.ts';
import type { KeptDocuments } from '../cache/documents.ts';
import type { Environments, Surroundings } from '../environments.ts';
import { concurrently } from './concurrently.ts';
import { openFiles } from './file.ts';
import type { CheckedFile } from './report.ts';

/** How many documents beside the checked ones are read, the nearest ones first: a commit hook must not wait for thousands. */
const mostNeighbours = 1000;

/**
 * Checks those files once more that the other documents of their workspace have a part in. What has been checked is known
 * by then; of the rest of a workspace documents are read only where some rule that is on could find something in them, and
 * no earlier run has kept what is known of them. What is seen of the disk goes into the notebook.
 */
export async function lookAround(
  files: readonly CheckedFile[],
  environments: Environments,
  kept: KeptDocuments | undefined,
  notebook = openNotebook(),
): Promise<readonly CheckedFile[]> {
  const indexes = new Map<string, Promise<DocumentIndex>>();
  return concurrently(files, openFiles, async (file) => {
    const { path, facts, lines, basis } = file;
    if (!facts || !mayLookAround(facts)) return file;
    const surroundings = await environments.of(path);
    const environment = { ...surroundings, workspace: observed(surroundings.workspace, notebook) };
    if (!isConcernedBy(undefined, facts, environment)) return file;
    const { root = '' } = environment.workspace;
    const known = indexes.get(root) ?? indexOf(environment, files, kept, notebook);
    indexes.set(root, known);
    const index = await known;
    if (!isConcernedBy(index, facts, environment)) return file;
    const { diagnostics, holds } = await analyze({ path, text: lines.text }, { ...environment, index });
    return { ...file, diagnostics, basis: basis && { ...basis, holds } };
  });
}

async function indexOf(
  environment: Surroundings,
  files: readonly CheckedFile[],
  kept: KeptDocuments | undefined,
  notebook: Notebook,
): Promise<DocumentIndex> {
  const { workspace } = environment;
  const checked = new Set(files.map(({ path }) => path));
  const own = files.flatMap(({ root, facts }) => (facts && root === workspace.root ? [facts] : []));
  const others = (await workspace.markdownFiles()).filter((path) => !checked.has(path));
  const nearest = nearestFirst(others, files[0]?.path ?? '').slice(0, mostNeighbours);
  const read = await concurrently(nearest, openFiles, async (path) => {
    const text = await workspace.read(path);
    return text === undefined ? undefined : neighbourFacts(path, text, environment, kept, notebook);
  });
  return indexDocuments([...own, ...read.filter((facts) => facts !== undefined)]);
}

async function neighbourFacts(
  path: string,
  text: string,
  environment: Surroundings,
  kept: KeptDocuments | undefined,
  notebook: Notebook,
): Promise<DocumentFacts | undefined> {
  const known = kept?.findNeighbour(path, text, environment);
  if (known) {
    notebook.add(known.seen);
    return known.facts;
  }
  const own = openNotebook();
  const workspace = observed(environment.workspace, own);
  const facts = await readFacts({ path, text }, { ...environment, workspace });
  kept?.keepNeighbour(path, text, { facts, seen: own.observations }, environment);
  return facts;
}

/** Paths by how much of the way they share with one of them. */
function nearestFirst(paths: readonly string[], from: string): readonly string[] {
  const way = from.split('/');
  const shared = (path: string): number => {
    const parts = path.split('/');
    const parting = way.findIndex((part, index) => part !== parts[index]);
    return parting < 0 ? way.length : parting;
  };
  return paths
    .map((path) => ({ path, near: shared(path) }))
    .toSorted((a, b) => b.near - a.near)
    .map(({ path }) => path);
}
