// node scripts/icon.mjs: renders client/images/icon.svg as the icon.png that the extension's package carries.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openPage } from './editor/workbench.mjs';

const size = 128;
const images = fileURLToPath(new URL('../client/images/', import.meta.url));

const { page, close } = await openPage({ width: size, height: size });
try {
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block }</style>${await readFile(`${images}icon.svg`, 'utf8')}`,
  );
  await page.screenshot({ path: `${images}icon.png`, omitBackground: true });
} finally {
  await close();
}
