// Runs each construct of the shells as a step, in the real editor, and as a script, and compares what they do:
//   node bench/steps.mjs [ROUNDS] [SHELL…]
// The blocks are those of client/test/stress/constructs.ts and variants.ts. Prints each run, each difference, and how many states were wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [rounds = '4', ...shells] = process.argv.slice(2);
if (!(Number(rounds) >= 1)) throw new Error('The number of rounds must be 1 or more.');

const folder = mkdtempSync(join(tmpdir(), 'incident-docs-'));
const report = join(folder, 'report.txt');
try {
  run(['scripts/build.mjs', '--tests'], {});
  const { status } = run(
    ['scripts/test/extension.mjs', 'trusted', join(folder, 'result.json'), join(folder, 'evidence')],
    {
      INCIDENT_DOCS_TEST_FILES: 'stress',
      INCIDENT_DOCS_STRESS_ROUNDS: rounds,
      INCIDENT_DOCS_STRESS_REPORT: report,
      ...(shells.length > 0 ? { INCIDENT_DOCS_STRESS_SHELLS: shells.join(',') } : {}),
    },
  );
  process.stdout.write(readFileSync(report, 'utf8'));
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(programArguments, env) {
  return spawnSync(process.execPath, programArguments, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}
