import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnnotated, type AnnotatedText } from './annotations.ts';

/** The folder of all rules' fixtures; tests run in the repository's own folder. */
export const fixturesRoot = join(process.cwd(), 'server/test/fixtures/rules');

export interface Fixture extends AnnotatedText {
  readonly rule: string;
  /** The path below the rule's folder: `postmortems/2024-01-15-api.md`. */
  readonly name: string;
  /** The absolute path, with forward slashes. */
  readonly path: string;
  /** What stands beside it in `<name>.fixed.md` or `<name>.fixed.yaml`. */
  readonly fixed: string | undefined;
}

/** The names of the folders of fixtures; each is a rule's id. */
export function fixtureFolders(): string[] {
  return readdirSync(fixturesRoot).toSorted();
}

/** The fixtures of a rule, neighbours that only serve as targets of links among them. */
export function readFixtures(rule: string): Fixture[] {
  const folder = join(fixturesRoot, rule);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .toSorted();
  return names
    .filter((name) => !/\.fixed\.(?:md|yaml)$/.test(name))
    .map((name) => {
      const path = join(folder, name).replaceAll('\\', '/');
      const fixedName = name.replace(/\.(md|yaml)$/, '.fixed.$1');
      return {
        rule,
        name,
        path,
        ...readAnnotated(readFileSync(path, 'utf8')),
        fixed: names.includes(fixedName) ? readFileSync(join(folder, fixedName), 'utf8') : undefined,
      };
    });
}
