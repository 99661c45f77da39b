import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from 'vscode';
import { placeOf } from '../documents.ts';
import { closeTerminals, terminalsOf, writeRunbook } from '../runbooks.ts';
import { useDefaultShell, useShell } from '../shells.ts';
import { until } from '../until.ts';
import { leftovers } from './leftovers.ts';

const written = (name: string) => readFile(placeOf(name).fsPath, 'utf8');

describe('A step in another shell', () => {
  afterEach(async () => {
    await closeTerminals();
    assert.equal(existsSync(placeOf('not-reached.txt').fsPath), false, 'a line ran that must not');
    await until('the files to go', () => leftovers().length === 0);
  });
  after(async () => {
    await commands.executeCommand('incidentDocs.forgetParameters');
    await useDefaultShell();
  });

  it('runs in zsh, which reads bash blocks itself', async () => {
    await useShell('zsh');
    const runbook = await writeRunbook('In zsh', {
      set: '# a comment\nREGION=south\ngreet() { printf "hello %s" "$1"; }\nmkdir -p zsh\ncd zsh',
      use: 'greet "$REGION" > greeting.txt # another\nprintf %s "deploy!now" > bang.txt',
      heredoc: 'cat > heredoc.txt <<EOF\n\t$REGION\nEOF',
      exit: 'leave() { exit 7; }\nif leave; then :; fi\nprintf no > ../not-reached.txt',
      errexit: 'set -e\nf() { false; }\nf\nprintf no > ../not-reached.txt',
      usable: 'printf "%s %s" "$REGION" "$([[ -o errexit ]] && echo on || echo off)" > usable.txt',
      false: 'echo before\nfalse',
      single: 'false',
    });
    const ends = async (name: Parameters<typeof runbook.run>[0]) => (await runbook.run(name)).exitCode;
    assert.equal(await ends('set'), 0);
    assert.equal(await ends('use'), 0);
    assert.equal(await ends('heredoc'), 0);
    assert.equal(await ends('exit'), 7);
    assert.equal(await ends('errexit'), 1);
    assert.equal(await ends('usable'), 0);
    assert.equal(await ends('false'), 1);
    assert.equal(await ends('single'), 1);
    assert.equal(await written('zsh/greeting.txt'), 'hello south');
    assert.equal(await written('zsh/bang.txt'), 'deploy!now');
    assert.equal(await written('zsh/heredoc.txt'), '\tsouth\n');
    assert.equal(await written('zsh/usable.txt'), 'south off');
    assert.equal(terminalsOf(runbook).length, 1);
  });

  it('runs in fish, which reads fish blocks itself', async () => {
    await useShell('fish');
    const runbook = await writeRunbook(
      'In fish',
      {
        set: '# a comment\nset REGION west\nfunction greet; printf "hello %s" $argv; end\nmkdir -p fish\ncd fish',
        use: 'greet $REGION > greeting.txt\n',
        exit: 'exit 7\nprintf no > ../not-reached.txt',
        false: 'false',
      },
      { language: 'fish' },
    );
    assert.equal((await runbook.run('set')).exitCode, 0);
    assert.equal((await runbook.run('use')).exitCode, 0);
    assert.equal((await runbook.run('exit')).exitCode, 7);
    assert.equal((await runbook.run('false')).exitCode, 1);
    assert.equal(await written('fish/greeting.txt'), 'hello west');
    assert.equal(terminalsOf(runbook).length, 1);
  });

  it('is handed to bash where the shell is fish and the block is not', async () => {
    await useShell('fish');
    const runbook = await writeRunbook('Bash in fish', {
      continuation: "printf '%s\\n' a \\\n  -d \"it's\" > from-bash.txt",
      exit: 'for one in 1 2; do exit 7; done\nprintf no > not-reached.txt',
      typed: 'export FROM_STEP=typed',
      use: 'printf %s "$FROM_STEP" > from-step.txt\ntrue',
    });
    assert.equal((await runbook.run('continuation')).exitCode, 0);
    assert.equal((await runbook.run('exit')).exitCode, 7);
    assert.equal((await runbook.run('typed')).exitCode, 0);
    assert.equal((await runbook.run('use')).exitCode, 0);
    assert.equal(await written('from-bash.txt'), "a\n-d\nit's\n");
    assert.equal(await written('from-step.txt'), 'typed');
  });

  it('runs in a shell that reports nothing, and its exit is unknown', async () => {
    await useShell('/bin/dash');
    const runbook = await writeRunbook(
      'In dash',
      { set: 'PLACE=dash\nfalse', use: 'printf %s "$PLACE" > dash.txt' },
      { language: 'sh' },
    );
    for (const name of ['set', 'use'] as const) {
      const { state, exitCode, reason } = await runbook.run(name);
      assert.deepEqual([state, exitCode], ['unknown', undefined]);
      assert.match(reason ?? '', /does not tell/);
    }
    assert.equal(await written('dash.txt'), 'dash');
    assert.equal(terminalsOf(runbook).length, 1);
  });

  for (const [shell, language] of [
    ['zsh', 'bash'],
    ['fish', 'fish'],
    ['fish', 'bash'],
    ['/bin/dash', 'sh'],
  ] as const) {
    it(`gets its values as data in ${shell}, in a ${language} block`, async () => {
      await useShell(shell);
      const value = 'it\'s "$(touch not-reached.txt)"; `touch not-reached.txt` \\\n!! ü';
      const place = `values-${language}.txt`;
      const runbook = await writeRunbook(
        `Values of ${language} in ${shell.replace('/bin/', '')}`,
        { use: `printf '%s|%s' "$POD" <pod> > ${place}` },
        { language },
      );
      const { state, reason } = await runbook.run('use', { pod: value });
      assert.equal(state, shell === '/bin/dash' ? 'unknown' : 'succeeded', reason);
      assert.equal(await written(place), `${value}|${value}`);
    });
  }

  it('is written for the shell that has come in the place of the one that was asked for', async () => {
    const folder = placeOf('programs').fsPath;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'zsh'), '#!/bin/sh\nexec fish\n', { mode: 0o755 });
    await useShell(join(folder, 'zsh'));
    const runbook = await writeRunbook(
      'In place of zsh',
      { set: '# a comment\nset REGION east', use: 'printf "%s|%s" $REGION "$POD" > in-place.txt\ntrue' },
      { language: 'fish' },
    );
    // Nothing tells the editor how a command ended in a shell that it does not expect.
    assert.equal((await runbook.run('set')).state, 'unknown');
    assert.equal((await runbook.run('use', { pod: "it's" })).state, 'unknown');
    assert.equal(await written('in-place.txt'), "east|it's");
    assert.equal(terminalsOf(runbook).length, 1);
  });

  it('is run for no other shell than the one that its values were quoted for', async () => {
    await useShell('zsh');
    const value = "it's \\ $(touch not-reached.txt)";
    const runbook = await writeRunbook(
      'While the shell changes',
      { use: `printf '%s|%s' "$POD" <pod> > changing.txt` },
      { language: 'fish' },
    );
    const change = useShell('fish');
    const first = await runbook.run('use', { pod: value });
    await change;
    if (first.state !== 'succeeded') {
      assert.deepEqual([first.state, first.exitCode], ['refused', undefined]);
      // Which of the two the editor takes up first, for its terminals or for what it tells of them, is left to chance.
      assert.match(
        first.reason ?? '',
        /quoted for (zsh and its terminal has started fish|fish and its terminal has started zsh); run it again/,
      );
      assert.equal((await runbook.run('use')).state, 'succeeded');
    }
    assert.equal(await written('changing.txt'), `${value}|${value}`);
  });
});
