import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { placeOf } from '../documents.ts';
import { closeTerminals, terminalsOf, writeRunbook, type TestRunbook } from '../runbooks.ts';
import { until } from '../until.ts';
import { leftovers } from './leftovers.ts';

const blocks = {
  continuation: "printf '%s\\n' a \\\n  -d '{\"recommendations\": false}' > continuation.txt",
  single: 'printf done > single.txt',
  'single false': 'false',
  'false last': 'echo before\nfalse',
  exit: 'KEPT=yes\nexit 7\nprintf no > not-reached.txt',
  'exit deep':
    'leave() { exit 8; printf no > not-reached.txt; }\nfor one in 1 2; do if leave; then :; fi; done\nprintf no > not-reached.txt',
  'exit zero': 'exit 0\nfalse',
  errexit: 'set -euo pipefail\nfalse\nprintf no > not-reached.txt',
  unset: 'unset NOBODY_SET_THIS\nset -eu\necho "$NOBODY_SET_THIS"\nprintf no > not-reached.txt',
  required: ': "${NOBODY_SET_THIS:?set it first}"\nprintf no > not-reached.txt',
  broken: 'printf no > not-reached.txt\nif true; then',
  kept: 'printf "%s %s" "$KEPT" "$-" > kept.txt',
  set: '# what the next step needs\nREGION=north\nexport ZONE=b\ngreet() { printf "hello %s" "$1"; }\nmkdir -p below\ncd below',
  use: 'greet "$REGION-$ZONE" > greeting.txt\ncd ..',
  heredoc: 'cat > heredoc.txt <<EOF\nregion: $REGION\n\ttabbed\nEOF',
  comment: 'printf one > comment.txt # a comment\n# another',
  bang: 'printf %s "deploy!now" > bang.txt\necho hi ! there',
  utf8: "printf %s 'Größe → 日本 🚀' > utf8.txt\ntrue",
  long: Array.from({ length: 500 }, (_, number) => `printf '${number}\\n' >> long.txt`).join('\n'),
  history: 'HISTTIMEFORMAT= history 5 > history.txt\ntrue',
  permissions: 'stat -c %a "${BASH_SOURCE[0]}" "$(dirname "${BASH_SOURCE[0]}")" > permissions.txt\ntrue',
} as const;
type Name = keyof typeof blocks;

const written = (name: string) => readFile(placeOf(name).fsPath, 'utf8');

describe('A step in bash', () => {
  let runbook: TestRunbook<Name>;
  const outcome = async (name: Name) => {
    const { state, exitCode } = await runbook.run(name);
    return [state, exitCode];
  };

  before(async () => {
    runbook = await writeRunbook('Steps in bash', blocks);
  });
  afterEach(() => assert.equal(existsSync(placeOf('not-reached.txt').fsPath), false, 'a line ran that must not'));
  after(closeTerminals);

  it('with a continuation ends as succeeded', async () => {
    const begun = Date.now();
    const result = await runbook.run('continuation');
    assert.deepEqual([result.state, result.exitCode, result.reason], ['succeeded', 0, undefined]);
    assert.equal(result.command.trim(), blocks.continuation);
    assert.ok(Date.parse(result.startedAt) >= begun - 1 && Date.parse(result.startedAt) <= Date.now());
    assert.ok(result.durationMs > 0);
    assert.equal(await written('continuation.txt'), 'a\n-d\n{"recommendations": false}\n');
  });

  it('of one line runs', async () => {
    assert.deepEqual(await outcome('single'), ['succeeded', 0]);
    assert.equal(await written('single.txt'), 'done');
    assert.deepEqual(await outcome('single false'), ['failed', 1]);
  });

  it('that ends with false ends as failed with 1', async () => {
    assert.deepEqual(await outcome('false last'), ['failed', 1]);
  });

  it('that exits ends with that status and leaves the shell', async () => {
    assert.deepEqual(await outcome('exit'), ['failed', 7]);
    assert.deepEqual(await outcome('exit deep'), ['failed', 8]);
    assert.deepEqual(await outcome('exit zero'), ['succeeded', 0]);
  });

  it('stops at the first failure under set -e, and leaves the shell', async () => {
    assert.deepEqual(await outcome('errexit'), ['failed', 1]);
    assert.deepEqual(await outcome('unset'), ['failed', 1]);
    assert.deepEqual(await outcome('kept'), ['succeeded', 0]);
    const [kept, flags] = (await written('kept.txt')).split(' ');
    assert.equal(kept, 'yes');
    assert.doesNotMatch(flags ?? '', /[eu]/);
  });

  it('stops where a variable is required and not set', async () => {
    assert.deepEqual(await outcome('required'), ['failed', 1]);
  });

  it('runs not at all where it can not be parsed', async () => {
    assert.equal((await runbook.run('broken')).state, 'failed');
  });

  it('leaves its variables, functions and directory to the next', async () => {
    assert.deepEqual(await outcome('set'), ['succeeded', 0]);
    assert.deepEqual(await outcome('use'), ['succeeded', 0]);
    assert.equal(await written('below/greeting.txt'), 'hello north-b');
  });

  it('may hold a here-document, a comment, an exclamation mark, any letter', async () => {
    for (const name of ['heredoc', 'comment', 'bang', 'utf8'] as const)
      assert.deepEqual(await outcome(name), ['succeeded', 0], name);
    assert.equal(await written('heredoc.txt'), 'region: north\n\ttabbed\n');
    assert.equal(await written('comment.txt'), 'one');
    assert.equal(await written('bang.txt'), 'deploy!now');
    assert.equal(await written('utf8.txt'), 'Größe → 日本 🚀');
  });

  it('may be 500 lines long', async () => {
    assert.deepEqual(await outcome('long'), ['succeeded', 0]);
    assert.equal((await written('long.txt')).split('\n').length, 501);
  });

  it('stands in files that nobody else can read, and that are gone afterwards', async () => {
    assert.deepEqual(await outcome('permissions'), ['succeeded', 0]);
    assert.equal(await written('permissions.txt'), '600\n700\n');
    await until('the files to go', () => leftovers().length === 0);
  });

  it('leaves no line in the history that nobody could run again', async () => {
    assert.deepEqual(await outcome('single'), ['succeeded', 0]);
    assert.deepEqual(await outcome('history'), ['succeeded', 0]);
    assert.match(await written('history.txt'), /printf done/);
    assert.doesNotMatch(await written('history.txt'), /incident-docs-step/);
  });

  it('has used one terminal all the time', () => {
    assert.equal(terminalsOf(runbook).length, 1);
  });
});
