import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from '../processes/run.mjs';
import { workbenchAddress } from './address.mjs';
import { findBrowser } from './browser.mjs';
import { installEditor } from './install.mjs';
import { startServer } from './server.mjs';
import { restricted } from './settings.mjs';

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const startLimitMs = 60_000;

/** A browser without a window, and a page of it: `{ page, close() }`. */
export async function openPage({ width = 1280, height = 800 } = {}) {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: browserArguments,
    // Whoever asked for the page closes it, also when asked to end.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: { width, height } });
  return { page, close: () => browser.close() };
}

/**
 * VS Code as a person sees it, for a script to drive: `{ page, server, close() }`, with a Playwright page.
 * Its settings and extensions are its own and gone after `close`, which leaves no process behind.
 * @param folder the folder that is open
 * @param file a file of it that is open
 * @param vsix a packaged extension to install; or
 * @param extensionDevelopmentPath the folder of a built one to load
 * @param trusted false opens the folder in Restricted Mode, and asks nobody
 * @param settings the person's settings
 */
export async function openWorkbench({
  folder,
  file,
  vsix,
  extensionDevelopmentPath,
  trusted = true,
  settings = {},
  width,
  height,
}) {
  const editor = await installEditor();
  const data = await mkdtemp(join(tmpdir(), 'incident-docs-'));
  const open = [() => rm(data, { recursive: true, force: true })];
  const close = async () => {
    for (const end of open.splice(0).toReversed()) await end();
  };
  try {
    if (vsix !== undefined) await installExtension(editor, data, vsix);
    const server = await startServer({ editor, data, trusted, settings: { ...restricted, ...settings } });
    open.push(server.stop);
    const browser = await openPage({ width, height });
    open.push(browser.close);
    await browser.page.goto(workbenchAddress({ port: server.port, folder, file, extension: extensionDevelopmentPath }));
    await browser.page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: startLimitMs });
    return { page: browser.page, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function installExtension(editor, data, vsix) {
  const main = join(editor.home, 'out/server-main.js');
  const places = [
    '--user-data-dir',
    data,
    '--server-data-dir',
    join(data, 'server'),
    '--extensions-dir',
    join(data, 'extensions'),
  ];
  const { code, output } = await run(editor.node, [main, ...places, '--install-extension', resolve(vsix)]);
  if (code !== 0) throw new Error(`${vsix} can't be installed into VS Code:\n${output.trim()}`);
}
