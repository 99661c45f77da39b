import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import { commands, window, workspace } from 'vscode';
import { closeEditors } from '../documents.ts';
import { closeTerminals, writeRunbook, type StepResult } from '../runbooks.ts';
import { useKubeContext } from './kubectl.ts';

/** A modal question can't be shown in a test, so whatever would ask does not run; nobody but a person answers it. */
function wouldAsk(result: StepResult | undefined, reason: RegExp): void {
  assert.equal(result?.state, 'refused');
  assert.match(result.reason ?? '', reason);
  assert.match(result.reason ?? '', /Nobody could be asked/);
}

async function runbookFor(title: string, ...frontMatter: readonly string[]) {
  return writeRunbook(title, { look: 'true', stop: 'kubectl delete pod x' }, { frontMatter });
}

describe('Before a step runs', () => {
  afterEach(closeTerminals);
  after(closeEditors);

  it('asks about what is dangerous, and does not run without an answer', async () => {
    const runbook = await writeRunbook('Dangers', {
      files: 'mkdir -p gone\nrm -rf gone',
      cluster: 'echo kubectl delete pod x\nkubectl \\\n  delete pod x',
      parameter: 'kubectl <verb> pod x',
      variable: 'kubectl $VERB pod x',
    });
    wouldAsk(await runbook.run('files'), /"files" deletes whole folders for good/);
    wouldAsk(await runbook.run('cluster'), /stops a pod/);
    for (const name of ['parameter', 'variable'] as const) {
      const answers = { uri: runbook.uri, line: runbook.lineOf(name), parameters: { verb: 'delete' } };
      wouldAsk(await commands.executeCommand<StepResult>('incidentDocs.runStep', answers), /stops a pod/);
    }
    assert.equal(window.terminals.length, 0);
  });

  it('takes no argument for an answer', async () => {
    const runbook = await writeRunbook('Arguments', { files: 'rm -rf gone' });
    for (const more of [{ confirm: true }, { confirmed: true }, { force: true }]) {
      const answers = { uri: runbook.uri, line: runbook.lineOf('files'), ...more };
      const result = await commands.executeCommand<StepResult>('incidentDocs.runStep', answers);
      assert.match(result.reason ?? '', /does not know the answer/);
    }
    assert.equal(window.terminals.length, 0);
  });

  it('asks nothing about an ordinary step', async () => {
    const runbook = await writeRunbook('Ordinary', { look: 'echo "rm -rf gone"' });
    assert.equal((await runbook.run('look')).state, 'succeeded');
  });

  it('asks about every step where the person wants that', async () => {
    const settings = workspace.getConfiguration('incidentDocs');
    const runbook = await writeRunbook('Every step', { look: 'true' });
    await settings.update('confirmSteps', 'always');
    try {
      wouldAsk(await runbook.run('look'), /^Run "look"\?/);
    } finally {
      await settings.update('confirmSteps', undefined);
    }
    assert.equal((await runbook.run('look')).state, 'succeeded');
  });

  it('asks again before a step runs twice that is not idempotent', async () => {
    const runbook = await writeRunbook('Once', {
      once: '# Not idempotent: each run adds one.\necho one >> once.txt',
      often: 'true',
    });
    assert.equal((await runbook.run('once')).state, 'succeeded');
    wouldAsk(await runbook.run('once'), /"once" is not idempotent and has run before, at \d\d:\d\dZ \(✓ exit 0\)/);
    for (let i = 0; i < 2; i++) assert.equal((await runbook.run('often')).state, 'succeeded');
  });

  it('ends a section at the step that nobody has confirmed', async () => {
    const runbook = await writeRunbook('Section', { first: 'true', second: 'rm -rf gone', third: 'true' });
    const result = await commands.executeCommand<{ state: string; steps: readonly StepResult[]; reason: string }>(
      'incidentDocs.runFromHere',
      { uri: runbook.uri, line: runbook.lineOf('first') },
    );
    assert.deepEqual([result.state, result.steps.map(({ state }) => state)], ['refused', ['succeeded', 'refused']]);
    assert.match(result.reason, /Ended at "second"/);
  });

  it('refuses the value of a parameter that holds what can’t be seen, and shows it', async () => {
    const runbook = await writeRunbook('Hidden values', { variable: 'echo "$POD"', word: 'echo <pod>' });
    for (const name of ['variable', 'word'] as const) {
      for (const value of ['a\u001B[201~b', 'a\rb', 'a\u0015b', 'a\u202Eb', 'a\u200Bb']) {
        const answers = { uri: runbook.uri, line: runbook.lineOf(name), parameters: { pod: value } };
        const result = await commands.executeCommand<StepResult>('incidentDocs.runStep', answers);
        assert.equal(result.state, 'refused', JSON.stringify(value));
        assert.match(result.reason ?? '', /can't be seen/);
        if (name === 'variable') assert.match(result.reason ?? '', /a⟨U\+[0-9A-F]{4}⟩/);
      }
    }
    assert.equal(window.terminals.length, 0);
  });
});

describe('The context of a runbook', () => {
  let forget: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await forget?.();
    forget = undefined;
    await closeTerminals();
  });
  after(closeEditors);

  it('that differs from the live kube-context is asked about, both shown', async () => {
    forget = await useKubeContext('staging');
    for (const frontMatter of [['context: prod-eu'], ['context:', '  kube: prod-eu']]) {
      const runbook = await runbookFor(`Elsewhere ${frontMatter.length}`, ...frontMatter);
      wouldAsk(await runbook.run('look'), /"look" is for the kube-context "prod-eu", not "staging"/);
    }
  });

  it('that is the live one asks nothing, and a dangerous step is still asked about', async () => {
    forget = await useKubeContext('prod-eu');
    const runbook = await runbookFor('Here', 'context: { kube: [prod-us, prod-eu] }');
    assert.equal((await runbook.run('look')).state, 'succeeded');
    wouldAsk(await runbook.run('stop'), /^"stop" stops a pod or job\. Nobody/);
  });

  it('that nothing tells is said to be unknown', async () => {
    forget = await useKubeContext('""');
    const runbook = await runbookFor('Unknown', 'context: prod-eu');
    wouldAsk(await runbook.run('look'), /"prod-eu", and nothing tells the live one/);
  });

  it('names the host', async () => {
    const here = await runbookFor('Host', `context: { host: ${JSON.stringify(hostname())} }`);
    assert.equal((await here.run('look')).state, 'succeeded');
    const elsewhere = await runbookFor('Another host', 'context: { host: db-1.example.com }');
    wouldAsk(await elsewhere.run('look'), /is for the host "db-1.example.com", not/);
  });
});
