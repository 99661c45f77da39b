// node scripts/test/extension.mjs trusted|restricted RESULT EVIDENCE: runs the extension's bundled tests in a real VS Code,
// in a trusted workspace or in Restricted Mode. The count goes to the file RESULT, and after a failure VS Code's logs, with
// a screenshot where there is one, to the folder EVIDENCE. The workspace is a copy, thrown away, of client/test/fixtures/workspace.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { findTestEditor } from '../editor/desktop.mjs';
import { root } from '../editor/install.mjs';
import { restricted, writeSettings } from '../editor/settings.mjs';
import { endTree } from '../processes/end.mjs';
import { run } from '../processes/run.mjs';
import { onStop } from '../processes/stop.mjs';
import { installShells } from '../setup/shells.mjs';

const [trust, resultFile, evidence] = process.argv.slice(2);
const extension = root;
const tests = join(root, 'out/test/client/index.js');

/** As @vscode/test-electron does it, but for its `--disable-workspace-trust`, which it always adds. */
async function runRestricted(executable, folderAndFlags, env) {
  const flags = [
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
  ];
  const paths = [`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`];
  const { code } = await run(executable, [...folderAndFlags, ...flags, ...paths], {
    show: true,
    env: { ...process.env, ...env },
  });
  if (code !== 0) throw new Error(`The tests in Restricted Mode ended with ${code}.`);
}

async function makeWorkspace(folder) {
  await mkdir(folder);
  const source = join(root, 'client/test/fixtures/workspace');
  if (existsSync(source)) await cp(source, folder, { recursive: true });
}

const place = await mkdtemp(join(tmpdir(), 'incident-docs-'));
const removePlace = () => rm(place, { recursive: true, force: true });
onStop(() => endTree(process.pid).then(removePlace), { whenAlone: true });
const data = join(place, 'data');
const workspace = join(place, 'workspace');
try {
  const executable = await findTestEditor();
  if (trust === 'trusted') await installShells();
  await makeWorkspace(workspace);
  await writeSettings(data, restricted);
  const launchArgs = [workspace, `--user-data-dir=${data}`, `--extensions-dir=${join(place, 'extensions')}`];
  const env = {
    INCIDENT_DOCS_TEST_TRUST: trust,
    INCIDENT_DOCS_TEST_RESULT: resolve(resultFile),
    INCIDENT_DOCS_TEST_FILES: process.env.INCIDENT_DOCS_TEST_FILES ?? '',
  };
  if (trust === 'restricted') await runRestricted(executable, launchArgs, env);
  else {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs,
      extensionTestsEnv: env,
    });
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  await rm(evidence, { recursive: true, force: true });
  await cp(join(data, 'logs'), evidence, { recursive: true }).catch(() => {
    process.stderr.write('VS Code left no logs: it did not come so far.\n');
  });
}
await removePlace();
