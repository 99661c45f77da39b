import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Seen {
  readonly error?: string;
  readonly before: readonly { readonly code: string; readonly source: string; readonly message: string }[];
  /** The finding that the code action has removed. */
  readonly mended: string;
  readonly text: string;
}

describe('Neovim and its built-in client', () => {
  let neovim: string;
  let folder: string;
  before(async function () {
    this.timeout(10 * 60_000);
    const { stdout } = await run(process.execPath, ['scripts/editor/neovim.mjs']);
    neovim = stdout.trim();
    folder = mkdtempSync(join(tmpdir(), 'incident-docs-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('shows diagnostics, and takes a fix that removes one', async function () {
    mkdirSync(join(folder, 'runbooks'));
    const path = join(folder, 'runbooks', 'queue.md');
    const text = '## Symptoms\n\n- The queue is full\n\n## Impact\n\n- Orders wait\n\n## Escalation\n\n- Orders team\n';
    writeFileSync(path, text);
    const env = {
      ...process.env,
      SERVER: resolve('dist/server.js'),
      NODE: process.execPath,
      DOCUMENT: path,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
    };
    const { stdout } = await run(
      neovim,
      ['--headless', '--clean', '-n', '-u', 'NONE', '-S', resolve('server/test/protocol/neovim.lua')],
      { env, timeout: 55_000 },
    );
    const seen: Seen = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    assert.equal(seen.error, undefined);
    assert.ok(seen.before.some(({ code, source }) => code === 'missing-title' && source === 'incident-docs'));
    assert.ok(seen.before.some(({ message }) => message === seen.mended));
    assert.notEqual(seen.text, text.trimEnd());
  });
});
