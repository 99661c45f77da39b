// npm test [-- checks|unit|protocol|extension…]: installs, builds, checks and tests, each step to its end, and prints as
// its last line how many passed and failed. Ends with 0 where nothing failed. The steps in VS Code run beside the others.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { endTree } from './processes/end.mjs';
import { onStop } from './processes/stop.mjs';
import { installDependencies, requireNode } from './setup/dependencies.mjs';

const parts = ['checks', 'unit', 'protocol', 'extension'];
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isStopping = onStop(() => endTree(process.pid));

const total = { passed: 0, failed: 0 };
try {
  await testAll(readParts(process.argv.slice(2)));
} catch (error) {
  process.stdout.write(`${error.message}\n`);
  total.failed += 1;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);

function readParts(given) {
  const unknown = given.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new Error(`"${unknown}" is no part of the tests: there are ${parts.join(', ')}.`);
  return given.length === 0 ? parts : parts.filter((part) => given.includes(part));
}

async function testAll(wanted) {
  requireNode();
  await installDependencies(process.cwd());
  // These need the packages, which may only now be there.
  const { check, preparation, suite } = await import('./test/steps.mjs');
  const { createPrintout } = await import('./test/printout.mjs');
  const { installTestEditor } = await import('./editor/desktop.mjs');
  const { canInstallEditor } = await import('./editor/install.mjs');
  const { installShells } = await import('./setup/shells.mjs');
  const modest = { isModest: true };
  const steps = {
    checks: [
      check('Format', 'npm', ['run', '--silent', 'format:check']),
      check('Lint', 'npm', ['run', '--silent', 'lint']),
      check('Types', 'npm', ['run', '--silent', 'typecheck']),
      check("The README's rule list", process.execPath, ['scripts/readme.mjs', '--check']),
      check('The manuals', process.execPath, ['scripts/manuals.mjs', '--check']),
    ],
    unit: [suite('Unit tests', 'unit', ['scripts/test/server.mjs', 'unit'], modest)],
    protocol: [
      suite('Protocol tests, with the built server', 'protocol', ['scripts/test/server.mjs', 'protocol'], modest),
    ],
    extension: [
      suite('Extension tests in VS Code', 'extension', ['scripts/test/extension.mjs', 'trusted']),
      suite('Extension tests in VS Code, Restricted Mode', 'restricted', ['scripts/test/extension.mjs', 'restricted']),
      // Only the VS Code of the npm registry can be driven as a person drives it.
      ...(canInstallEditor ? [suite('What only a person does', 'person', ['scripts/test/person.mjs'])] : []),
    ],
  };
  if (!process.env.INCIDENT_DOCS_CORPUS)
    console.log('INCIDENT_DOCS_CORPUS is not set: tests on the real documents are skipped.');
  // The editor, whose tests have limits of time, has a processor to itself.
  if (wanted.includes('extension'))
    process.env.INCIDENT_DOCS_TEST_JOBS ||= String(Math.max(1, availableParallelism() - 1));
  const printout = createPrintout();
  const built = await take(check('Build', process.execPath, ['scripts/build.mjs', '--tests']), printout.page());
  const needsShells = wanted.includes('unit') || wanted.includes('extension');
  // Two that install packages of the system at once would be in each other's way.
  if (needsShells && built) await take(preparation('Shells', installShells), printout.page());

  const plan = wanted.flatMap((part) => [
    ...(part === 'extension' && built ? [{ part, step: preparation('VS Code and a browser', installTestEditor) }] : []),
    ...steps[part].map((step) => ({ part, step })),
  ]);
  const pages = plan.map((entry) => ({ ...entry, page: printout.page() }));
  await Promise.all([
    takeInTurn(pages.filter(({ part }) => part !== 'extension')),
    takeInTurn(pages.filter(({ part }) => part === 'extension')),
  ]);

  /** Each step to its end, whatever became of those before, save those that need the build or what prepares them. */
  async function takeInTurn(entries) {
    let lacking = built ? undefined : 'the build failed';
    for (const { part, step, page } of entries) {
      if (lacking !== undefined && part !== 'checks') notRun(step, page, lacking);
      else if (!(await take(step, page)) && step.isPreparation) lacking = 'there is no VS Code to run it in';
    }
  }
}

/** @returns whether nothing failed */
async function take(step, page) {
  const started = Date.now();
  page.say(`\n${step.name}`);
  const result = await step.take(page.say).catch((error) => {
    page.say(error.message);
    return { passed: 0, failed: 1 };
  });
  // What was ended before its time has no result: the one who ends everything leaves.
  if (isStopping()) await new Promise(() => {});
  report(result, page, `${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result.failed === 0;
}

function notRun(step, page, reason) {
  page.say(`\n${step.name}`);
  report({ passed: 0, failed: 1 }, page, `not run, because ${reason}`);
}

function report({ passed, failed, skipped = [] }, page, remark) {
  total.passed += passed;
  total.failed += failed;
  const counts = [`${passed} passed`, `${failed} failed`, `${skipped.length} skipped`].filter(
    (text) => !text.startsWith('0 '),
  );
  page.say(`${failed === 0 ? '✓' : '✗'} ${[...counts, remark].join(' · ')}`);
  page.end();
}
