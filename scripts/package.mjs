// npm run package: makes the extension's package, incident-docs-VERSION.vsix, in the root folder, whose content vsce prints.
import { readFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from './processes/run.mjs';
import { installDependencies, requireNode } from './setup/dependencies.mjs';

/** 500 KB, as they are counted where packages are listed, without the images, which hardly get smaller. */
const largestBytes = 500 * 1024;

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
  const images = await Promise.all(files.filter((file) => file.endsWith('.png')).map((file) => stat(file)));
  const size = (await stat(packagePath)).size - images.reduce((sum, image) => sum + image.size, 0);
  if (size > largestBytes) {
    await rm(packagePath);
    throw new Error(`The package has ${size} bytes without its images, and may have ${largestBytes}.`);
  }
}
