import assert from 'node:assert/strict';
import { looksLikeCommand, programOf } from '../../../src/core/model/steps/commandNames.ts';
import { guessLanguage } from '../../../src/core/model/steps/guess.ts';
import { shellLines } from '../../../src/core/model/steps/shellLines.ts';

describe('The commands of a block', () => {
  const cases: readonly (readonly [what: string, block: string, commands: readonly string[]])[] = [
    ['lines, without comments', '# a\nls -l\n\npwd', ['ls -l', 'pwd']],
    ['a continuation', "curl -X POST \\\n  -d '{}'", ["curl -X POST -d '{}'"]],
    ['a heredoc is data', 'cat <<EOF\nrm -rf /\nEOF\nls', ['cat <<EOF', 'ls']],
    ['a quotation over several lines', "oc patch x -p '\n  rm\n'\nls", ["oc patch x -p ' rm '", 'ls']],
    ['an apostrophe in a comment', "# don't\nls # it's\npwd", ["ls # it's", 'pwd']],
    ['a quotation that never ends', 'echo "a\nls', ['echo "a ls']],
  ];
  for (const [what, block, commands] of cases) {
    it(what, () => {
      const lines = shellLines(block);
      assert.deepEqual(
        lines.map(({ text }) => text),
        commands,
      );
      for (const { text, start } of lines) assert.ok(block.startsWith(text.slice(0, 3), start));
    });
  }

  it('are named by their program', () => {
    const named = ['sudo -u postgres psql', 'A=1 B="x y" kubectl get', '/usr/bin/env ls', 'time ./run.sh now'];
    assert.deepEqual(named.map(programOf), ['psql', 'kubectl', 'env', 'run.sh']);
  });

  for (const line of [
    'kubectl get pods',
    'export A=1',
    './run.sh',
    'for i in 1 2; do',
    'x=$(date +"%Y")',
    'make build',
    'find / -name x',
  ])
    it(`"${line}" is one`, () => assert.ok(looksLikeCommand(line)));
  for (const line of [
    'make sure that it runs',
    'NAME   READY',
    'level=error ts=1 msg=x',
    'find the pod',
    '(a + b) * 100',
    'Deleted it.',
  ])
    it(`"${line}" is none`, () => assert.ok(!looksLikeCommand(line)));
});

describe('The language of a block that names none', () => {
  const cases: readonly (readonly [content: string, language: string])[] = [
    ['kubectl get pods\nkubectl get nodes', 'bash'],
    ['$ kubectl get pods\nNAME', 'console'],
    ['root@web-1:/# ls', 'console'],
    ['# ls -l\n# ps aux', 'console'],
    ['kubectl delete pod web-0\npod "web-0" deleted', 'text'],
    ['{"a": [1]}', 'json'],
    ['{ not json }', 'text'],
    ['apiVersion: v1\nkind: Pod', 'yaml'],
    ['Note: this is prose.\nIt has: a colon or two in it', 'text'],
    ['SELECT * FROM users;', 'sql'],
    ['Get-Service Spooler |\n  Where-Object Status -eq Running\nRestart-Service Spooler', 'powershell'],
    ['Get-Service Spooler\nRunning  Spooler', 'text'],
    ['', 'text'],
  ];
  for (const [content, language] of cases) {
    it(`${JSON.stringify(content)} is ${language}`, () => assert.equal(guessLanguage(content), language));
  }
});
