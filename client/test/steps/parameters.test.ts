import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { commands, workspace } from 'vscode';
import { placeOf } from '../documents.ts';
import { accepted, cancelled } from '../questions.ts';
import { closeTerminals, writeRunbook, type StepResult, type TestRunbook } from '../runbooks.ts';

const written = (name: string) => readFile(placeOf(name).fsPath, 'utf8');
const forget = async () => commands.executeCommand<{ forgotten: string[] }>('incidentDocs.forgetParameters');
const change = async (answers: object) =>
  commands.executeCommand<{ name?: string; reason?: string }>('incidentDocs.changeParameter', answers);

const blocks = {
  variable: 'printf "%s|%s" "$POD" "$#" > variable.txt',
  bare: 'printf %s $POD > bare.txt',
  placed: 'printf %s pod/<pod> > placed.txt',
  quoted: "printf %s 'in <pod>' > quoted.txt\ntrue",
  chosen: 'printf %s {{region}} > chosen.txt',
  defaulted: 'printf %s YOUR_ZONE > defaulted.txt',
  secret:
    'cat "${BASH_SOURCE[0]}" > block.txt\nls "$(dirname "${BASH_SOURCE[0]}")" > files.txt\nprintf %s "key <api-key>" > secret.txt',
  two: 'printf %s "$POD-{{region}}" > two.txt',
} as const;

const frontMatter = [
  'kind: runbook',
  'parameters:',
  '  region: { description: Where it runs, choices: [north, south], default: south }',
  '  zone: { description: The zone, default: z 1, pattern: "z \\\\d" }',
  '  api-key: { description: The key, secret: true }',
];

describe('The parameters of a step', () => {
  let runbook: TestRunbook<keyof typeof blocks>;
  const run = async (name: keyof typeof blocks, parameters?: object) =>
    commands.executeCommand<StepResult | undefined>('incidentDocs.runStep', {
      uri: runbook.uri,
      line: runbook.lineOf(name) + 1,
      ...(parameters ? { parameters } : {}),
    });

  before(async () => {
    runbook = await writeRunbook('With parameters', blocks, { frontMatter });
  });
  beforeEach(async () => void (await forget()));
  afterEach(() => assert.equal(existsSync(placeOf('pwned').fsPath), false, 'a value was executed'));
  after(async () => {
    await forget();
    await closeTerminals();
  });

  it('reach the shell as data, whatever they hold', async () => {
    for (const value of ['$(touch pwned)', '"; touch pwned; \'', '`touch pwned`', 'a\n!! ü "\\', '-n', ' two ']) {
      const result = await run('variable', { POD: value });
      assert.equal(result?.state, 'succeeded', result?.reason);
      assert.equal(await written('variable.txt'), `${value}|0`);
    }
  });

  it('are quoted where they stand bare, and shown as they ran', async () => {
    const result = await run('placed', { pod: 'a b; touch pwned' });
    assert.equal(result?.state, 'succeeded', result?.reason);
    assert.equal(await written('placed.txt'), 'pod/a b; touch pwned');
    assert.equal(result.command, 'printf %s pod/a b; touch pwned > placed.txt');
  });

  it('are refused with the reason where they could be taken for something else', async () => {
    const refused = async (name: keyof typeof blocks, value: string) => {
      const result = await run(name, { pod: value });
      assert.equal(result?.state, 'refused');
      return result.reason ?? '';
    };
    assert.match(await refused('quoted', "'; touch pwned; '"), /"pod" .*line 1 .*single quotes/);
    assert.match(await refused('bare', 'a b'), /"POD" would be split .*line 1 .*double quotes/);
    assert.match(await refused('bare', '-rf'), /"POD" begins with "-"/);
    assert.match(await refused('variable', ''), /"POD" needs a value/);
    const wrong = await run('defaulted', { zone: 'z x' });
    assert.match(wrong?.reason ?? '', /"YOUR_ZONE" must match z \\d, such as z 1: The zone/);
    assert.match((await run('chosen', { region: 'west' }))?.reason ?? '', /must be one of: north, south/);
  });

  it('are asked for once, and shared by all runbooks', async () => {
    assert.equal((await run('variable', { pod: 'web-1' }))?.state, 'succeeded');
    assert.equal((await run('placed'))?.state, 'succeeded');
    assert.equal(await written('placed.txt'), 'pod/web-1');
    const other = await writeRunbook('Other parameters', { other: 'printf %s "<pod>" > other.txt' });
    assert.equal((await other.run('other')).state, 'succeeded');
    assert.equal(await written('other.txt'), 'web-1');
    assert.deepEqual((await forget()).forgotten, ['POD']);
  });

  it('are asked with their choices and their default', async () => {
    assert.equal((await accepted(run('chosen')))?.state, 'succeeded');
    assert.equal(await written('chosen.txt'), 'south');
    assert.equal((await accepted(run('defaulted')))?.state, 'succeeded');
    assert.equal(await written('defaulted.txt'), 'z 1');
  });

  it('are not given where the person cancels, and nothing runs', async () => {
    await workspace.fs.delete(placeOf('two.txt')).then(undefined, () => undefined);
    assert.equal(await cancelled(run('two', { pod: 'web-1' })), undefined);
    assert.equal(existsSync(placeOf('two.txt').fsPath), false);
    assert.deepEqual((await forget()).forgotten, []);
  });

  it('are changed by a command', async () => {
    assert.equal((await run('variable', { pod: 'web-1' }))?.state, 'succeeded');
    assert.deepEqual(await change({ name: 'pod', value: 'web-2' }), { name: 'POD' });
    assert.equal((await run('variable'))?.state, 'succeeded');
    assert.equal(await written('variable.txt'), 'web-2|0');
    assert.match((await change({ name: 'moon', value: 'x' })).reason ?? '', /no parameter "moon"; there are: POD/);
  });

  it('that are secret stand in no file and no result', async () => {
    const result = await run('secret', { 'api-key': 'hunter2 $(touch pwned)' });
    assert.equal(result?.state, 'succeeded', result?.reason);
    assert.equal(await written('secret.txt'), 'key hunter2 $(touch pwned)');
    assert.match(result.command, /"key ••••"/);
    assert.doesNotMatch(JSON.stringify(result), /hunter2/);
    assert.doesNotMatch(await written('block.txt'), /hunter2/);
    assert.doesNotMatch(await written('files.txt'), /values/);
    assert.equal((await run('secret'))?.state, 'succeeded', 'the secret is remembered');
  });
});
