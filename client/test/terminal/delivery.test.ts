import assert from 'node:assert/strict';
import { deliver, deliverAsFiles } from '../../src/terminal/delivery.ts';
import { languageNamed, type Language } from '../../src/terminal/languages.ts';
import type { Shell } from '../../src/terminal/shell.ts';

function language(name: string): Language {
  const found = languageNamed(name);
  assert.ok(found, `no shell reads ${name}`);
  return found;
}

/** What is typed and written for a block, in a folder whose name needs quoting. */
function run(block: string, name: string, shell: Shell) {
  const { line, files } = deliverAsFiles(block, language(name), shell, "/tmp/it's/1");
  const [script, text] = files;
  return { line, text, ran: script?.text ?? '' };
}

describe('How a block reaches a shell', () => {
  const lines: readonly [string, string, Shell, string][] = [
    ['kubectl get pods -n production\n', 'bash', 'bash', 'kubectl get pods -n production'],
    [
      'kubectl get pods -n $NAMESPACE | grep api && echo "all there"',
      'bash',
      'zsh',
      'kubectl get pods -n $NAMESPACE | grep api && echo "all there"',
    ],
    ['export REGION=north', 'bash', 'fish', 'export REGION=north'],
    ['Get-Process -Name node', 'powershell', 'powershell', 'Get-Process -Name node'],
  ];
  for (const [block, name, shell, typed] of lines) {
    it(`types ${JSON.stringify(block)} into ${shell}`, () => {
      assert.deepEqual(deliver(block, language(name), shell, '/tmp/1'), { line: typed, files: [], marker: undefined });
    });
  }

  const unsafe: readonly string[] = [
    'echo one\necho two',
    'echo one \\\n  two',
    'echo hi # a comment',
    'echo "deploy!now"',
    '^old^new',
    'echo "open',
    "echo 'open",
    'echo $(date)',
    'echo `date`',
    'echo a\tb',
    'ls *.md',
    'cd ~',
    'exit 3',
    'true && exit 3',
    'set -e',
    'exec bash',
    'for pod in a b',
    'echo hi |',
    'echo hi &&',
    'sleep 5 &',
    'cat <<EOF',
    `echo ${'a'.repeat(600)}`,
  ];
  for (const block of unsafe) {
    it(`does not type ${JSON.stringify(block.slice(0, 30))}`, () => {
      const { line, files } = deliver(block, language('bash'), 'bash', '/tmp/dir/1');
      assert.equal(line, " . '/tmp/dir/1.sh'");
      assert.deepEqual(
        files.map(({ path }) => path),
        ['/tmp/dir/1.sh', '/tmp/dir/1.block.sh'],
      );
    });
  }

  it('does not type an assignment or a word of another shell into fish', () => {
    assert.notEqual(deliver('REGION=north', language('bash'), 'fish', '/tmp/1').files.length, 0);
    assert.notEqual(deliver('string upper a', language('fish'), 'bash', '/tmp/1').files.length, 0);
  });

  it('quotes what stands in the block and in the path', () => {
    const { line, ran, text } = run("echo 'it' INCIDENT_DOCS_RUN $& $1", 'bash', 'bash');
    assert.equal(line, String.raw` . '/tmp/it'\''s/1.sh'`);
    assert.ok(ran.includes(String.raw`printf '\033[2m%s\033[0m\n' 'echo '\''it'\'' INCIDENT_DOCS_RUN $& $1'`));
    assert.ok(ran.includes(String.raw`. '/tmp/it'\''s/1.block.sh' || `));
    assert.ok(text?.text.includes("{ :; echo 'it' INCIDENT_DOCS_RUN $& $1\n\n}"));
  });

  it('hands a bash block to bash where the shell is another one', () => {
    assert.ok(run('echo one\necho two', 'bash', 'fish').ran.includes(String.raw`bash '/tmp/it\'s/1.block.sh'`));
    assert.equal(run('echo one\necho two', 'bash', 'other').line, String.raw` sh '/tmp/it'\''s/1.sh'`);
  });

  it('lets a plain shell read a block itself, but not one that could end it', () => {
    assert.match(run('cd below\nls', 'sh', 'sh').ran, /^sh -n '.+' && \. '/m);
    assert.match(run('ls\nexit 3', 'sh', 'sh').ran, /^sh '/m);
    assert.match(run('set -eu\nls', 'sh', 'sh').ran, /^sh '/m);
  });

  it('has a child run what would replace the shell, but not what only speaks of exec', () => {
    for (const block of ['echo one\nexec bash', 'exec > log', 'true && exec sh', 'if true; then exec sh; fi'])
      assert.match(run(block, 'bash', 'bash').ran, /^bash '/m, block);
    for (const block of ['kubectl exec pod -- sh\ntrue', 'docker exec -it a sh\ntrue', 'echo exec\ntrue'])
      assert.match(run(block, 'bash', 'bash').ran, /^\. '/m, block);
    assert.match(run('echo one\nexec ls', 'fish', 'fish').ran, /^fish '/m);
  });

  it('writes for PowerShell and for the command prompt as they read', () => {
    const powershell = run("Write-Host 'Größe'\nGet-Date", 'pwsh', 'powershell');
    assert.equal(powershell.line, " . '/tmp/it''s/1.ps1'");
    assert.match(run('# it’s ‘quoted’\nls', 'pwsh', 'powershell').ran, /'# it’’s ‘‘quoted’’\nls'$/m);
    assert.equal(powershell.text?.text, "\uFEFFWrite-Host 'Größe'\nGet-Date\n");
    assert.match(powershell.ran, /^\. '\/tmp\/it''s\/1\.block\.ps1'$/m);
    assert.match(run('ls\nls', 'bash', 'powershell').ran, /^& bash '/m);
    assert.match(run('ls\nls', 'bash', 'cmd').ran, /^call bash "/m);
    const prompt = run('cd sub\ndir', 'bat', 'cmd');
    assert.equal(prompt.line, ' call "/tmp/it\'s/1.cmd"');
    assert.equal(prompt.text?.text, 'cd sub\r\ndir\r\n');
    assert.match(run('dir\nexit 3', 'bat', 'cmd').ran, /^call cmd \/d \/c "/m);
  });

  it('knows no language of another sort', () => {
    for (const name of ['', 'yaml', 'python', 'constructor']) assert.equal(languageNamed(name), undefined);
  });
});
