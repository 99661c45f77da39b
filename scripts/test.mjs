// npm test [-- checks|unit|protocol|extension…]: installs, builds, checks and tests, each step to its end, and prints as
// its last line how many passed and failed. Ends with 0 where nothing failed.
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
  const { installTestEditor } = await import('./editor/desktop.mjs');
  const { canInstallEditor } = await import('./editor/install.mjs');
  const steps = {
    checks: [
      check('Format', 'npm', ['run', '--silent', 'format:check']),
      check('Lint', 'npm', ['run', '--silent', 'lint']),
      check('Types', 'npm', ['run', '--silent', 'typecheck']),
      check("The README's rule list", process.execPath, ['scripts/readme.mjs', '--check']),
      check('The manuals', process.execPath, ['scripts/manuals.mjs', '--check']),
    ],
    unit: [suite('Unit tests', 'unit', ['scripts/test/server.mjs', 'unit'])],
    protocol: [suite('Protocol tests, with the built server', 'protocol', ['scripts/test/server.mjs', 'protocol'])],
    extension: [
      suite('Extension tests in VS Code', 'extension', ['scripts/test/extension.mjs', 'trusted']),
      suite('Extension tests in VS Code, Restricted Mode', 'restricted', ['scripts/test/extension.mjs', 'restricted']),
      // Only the VS Code of the npm registry can be driven as a person drives it.
      ...(canInstallEditor ? [suite('What only a person does', 'person', ['scripts/test/person.mjs'])] : []),
    ],
  };
  if (!process.env.INCIDENT_DOCS_CORPUS)
    console.log('INCIDENT_DOCS_CORPUS is not set: tests on the real documents are skipped.');
  const built = await take(check('Build', process.execPath, ['scripts/build.mjs', '--tests']));
  for (const part of wanted) {
    if (part === 'checks') await takeAll(steps.checks);
    else if (!built) notRun(steps[part], 'the build failed');
    else if (part === 'extension' && !(await take(preparation('VS Code and a browser', installTestEditor)))) {
      notRun(steps.extension, 'there is no VS Code to run them in');
    } else await takeAll(steps[part]);
  }
}

async function takeAll(steps) {
  for (const step of steps) await take(step);
}

async function take(step) {
  const started = Date.now();
  console.log(`\n${step.name}`);
  const result = await step.take();
  // What was ended before its time has no result: the one who ends everything leaves.
  if (isStopping()) await new Promise(() => {});
  report(result, `${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result.failed === 0;
}

function notRun(steps, reason) {
  for (const { name } of steps) {
    console.log(`\n${name}`);
    report({ passed: 0, failed: 1 }, `not run, because ${reason}`);
  }
}

function report({ passed, failed, skipped = [] }, remark) {
  total.passed += passed;
  total.failed += failed;
  const counts = [`${passed} passed`, `${failed} failed`, `${skipped.length} skipped`].filter(
    (text) => !text.startsWith('0 '),
  );
  console.log(`${failed === 0 ? '✓' : '✗'} ${[...counts, remark].join(' · ')}`);
}
