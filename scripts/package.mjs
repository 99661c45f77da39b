// npm run package: makes the extension's package, incident-docs-VERSION.vsix, in the root folder, whose content vsce prints.
import { readFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from './processes/run.mjs';
import { installDependencies, requireNode } from './setup/dependencies.mjs';

/** Beside its icon. */
const largestBytes = 500_000;
const icon = 'client/images/icon.png';

/** What the package may hold: the bundles, what the manifest points to, and what a person reads before installing. */
const expected =
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(extension|server|chunk-\w+)\.js|dist\/config\.schema\.json|(syntaxes|snippets)\/[\w.-]+\.json|client\/walkthrough\/\w+\.md|client\/images\/icon\.png)$/;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  await makePackage();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function makePackage() {
  requireNode();
  await installDependencies(process.cwd());
  const { createVSIX, listFiles } = await import('@vscode/vsce');
  const { code, output } = await run(process.execPath, ['scripts/build.mjs', '--production']);
  if (code !== 0) throw new Error(`The extension can't be built:\n${output.trim()}`);
  const files = await listFiles({ dependencies: false });
  const strange = files.filter((file) => !expected.test(file));
  if (strange.length > 0)
    throw new Error(`These files do not belong into the package: ${strange.join(', ')}. See .vscodeignore.`);
  const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
  const packagePath = `${name}-${version}.vsix`;
  await createVSIX({ dependencies: false, packagePath });
  const [{ size }, { size: iconSize }] = await Promise.all([stat(packagePath), stat(icon)]);
  if (size - iconSize > largestBytes) {
    await rm(packagePath);
    throw new Error(`The package has ${size - iconSize} bytes beside its icon, and may have ${largestBytes}.`);
  }
}
