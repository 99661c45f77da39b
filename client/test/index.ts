import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../../..');
const restrictedFolder = `restricted${sep}`;

/** What scripts/test/suite.mjs gives, which the tests of the server go through too. */
interface SuiteRunner {
  runSuite(suite: { files: readonly string[]; resultFile: string; timeoutMs: number }): Promise<number>;
}

/**
 * VS Code calls this once it has started with the extension. Runs the tests below `restricted/` in Restricted Mode, which
 * INCIDENT_DOCS_TEST_TRUST tells, and all others in a trusted workspace; the count goes to INCIDENT_DOCS_TEST_RESULT.
 * While one works on a part, INCIDENT_DOCS_TEST_FILES is a part of the path of the only files to run.
 * @throws where a test fails: that is how VS Code learns its exit code
 */
export async function run(): Promise<void> {
  const restricted = process.env.INCIDENT_DOCS_TEST_TRUST === 'restricted';
  const names = (await readdir(__dirname, { recursive: true })).filter((name) => name.endsWith('.test.js'));
  const files = names
    .filter((name) => name.startsWith(restrictedFolder) === restricted)
    .filter((name) => name.includes(process.env.INCIDENT_DOCS_TEST_FILES ?? ''))
    .map((name) => join(__dirname, name));
  if (files.length === 0) throw new Error('No test file has the path that was asked for.');
  const resultFile = process.env.INCIDENT_DOCS_TEST_RESULT ?? join(__dirname, 'result.json');
  const runner: SuiteRunner = await import(pathToFileURL(join(root, 'scripts/test/suite.mjs')).href);
  const failed = await runner.runSuite({ files, resultFile, timeoutMs: 60_000 });
  if (failed > 0) throw new Error(failed === 1 ? 'One test failed.' : `${failed} tests failed.`);
}
