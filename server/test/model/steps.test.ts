import assert from 'node:assert/strict';
import { commandOf } from '../../src/core/model/steps/command.ts';
import { assignedVariables } from '../../src/core/model/steps/environment.ts';
import { parametersOf } from '../../src/core/model/steps/parameters.ts';
import { fenceLanguage, isShell } from '../../src/core/model/steps/languages.ts';

describe('What runs of a block', () => {
  const cases: readonly (readonly [what: string, language: string, content: string, command: string])[] = [
    ['a plain script, as it is written', 'bash', 'cd /tmp\n\nls -l', 'cd /tmp\n\nls -l'],
    ['comments', 'bash', '# CPU usage\nkubectl top nodes', '# CPU usage\nkubectl top nodes'],
    ['a path that begins with a variable', 'bash', '$HOME/bin/x\n$HOME/bin/y', '$HOME/bin/x\n$HOME/bin/y'],
    ['a block of dollar prompts', 'bash', '$ ls\n$ pwd', 'ls\npwd'],
    ['a prompt with output below it', 'bash', '$ kubectl get pods\nNAME  READY\napi   1/1', 'kubectl get pods'],
    ['a comment before the prompts', 'sh', '# look\n$ ls', 'ls'],
    ['a truncating redirection', 'bash', 'true\n> out.log', 'true\n> out.log'],
    ['a session without prompts', 'console', 'kubectl get pods', 'kubectl get pods'],
    ['a session with user and host', 'console', 'root@web-1:/etc# cat hosts\n127.0.0.1 localhost', 'cat hosts'],
    ['a session of root', 'console', '# systemctl status x\nactive', 'systemctl status x'],
    ['a session with brackets', 'shell-session', '[me@host ~]$ ls\nx', 'ls'],
    ['a continuation in a session', 'console', '$ curl -X POST \\\n>   -d a\nok', 'curl -X POST \\\n  -d a'],
    ['a continuation without a second prompt', 'console', '$ curl \\\n  -d a\nok', 'curl \\\n  -d a'],
    ['a heredoc in a session', 'console', '$ cat <<EOF\n> one\n> EOF\none', 'cat <<EOF\none\nEOF'],
    ['CRLF', 'bash', 'a\r\nb\r\n', 'a\nb'],
    ['blank lines at both ends', 'bash', '\n\n  a\n\n', '  a'],
    ['PowerShell', 'console', 'PS C:\\> Get-Process', 'Get-Process'],
  ];
  for (const [what, language, content, command] of cases) {
    it(what, () => assert.equal(commandOf(content, language), command));
  }
});

describe('The parameters of a block', () => {
  const cases: readonly (readonly [command: string, names: string[]])[] = [
    ['kubectl logs <pod> -n <name space>', ['pod', 'name space']],
    ['kubectl logs YOUR_POD', ['YOUR_POD']],
    ['kubectl logs $POD -n ${NAMESPACE}', ['POD', 'NAMESPACE']],
    ['POD=x\nkubectl logs $POD', []],
    ['for POD in a b; do echo $POD; done', []],
    ['echo $HOME $PATH $1 $? $$', []],
    ['sort < in > out', []],
    ['cat <<EOF\nEOF', []],
    ["echo '\\$POD'", []],
  ];
  for (const [command, names] of cases) {
    it(JSON.stringify(command), () => {
      const known = { assigned: new Set(assignedVariables(command)), isDeclared: () => false };
      assert.deepEqual(
        parametersOf(command, 'bash', known).map(({ name }) => name),
        names,
      );
    });
  }
});

describe("A fence's language", () => {
  for (const [info, language] of [
    ['bash', 'bash'],
    ['Bash title="x"', 'bash'],
    ['{.bash .numberLines}', 'bash'],
    ['sh{1,2}', 'sh'],
    ['', ''],
    [null, ''],
  ] as const) {
    it(`of ${JSON.stringify(info)} is "${language}"`, () => assert.equal(fenceLanguage(info), language));
  }

  it('is one that runs, or not', () => {
    assert.ok(['bash', 'zsh', 'console', 'pwsh', 'fish'].every(isShell));
    assert.ok(!['sql', 'yaml', 'json', ''].some(isShell));
  });
});
