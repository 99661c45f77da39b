import assert from 'node:assert/strict';
import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageserver/node';
import { stepAtRequest, type Refusal, type StepAtResult } from '../../src/protocol/channels.ts';
import { resolveStepRequest, type ResolveStepParams, type ResolveStepResult } from '../../src/protocol/parameters.ts';
import { startClient, type Client } from './client.ts';
import { edited, endOf, fixture, lineOf } from './documents.ts';

const text = [
  '---',
  'kind: runbook',
  'parameters:',
  '  region: { description: Where it runs, choices: [north, south], default: south }',
  '  ticket: { pattern: "(a+)+b" }',
  '  api-key: { secret: true, default: hunter2 }',
  '  zone: { default: a, choices: [b], shape: round }',
  '---',
  '',
  '# Runbook: Slow',
  '',
  '## Parameters',
  '',
  '| Name  | What it is   | Pattern |',
  '| ----- | ------------ | ------- |',
  '| `pod` | The slow pod | `web-(` |',
  '',
  '## Steps',
  '',
  '```bash',
  'kubectl logs <pod> --region {{region}} --ticket "$TICKET" # <pod>',
  '```',
  '',
  '```bash',
  'curl -H \'Key: <api-key>\' "$ZONE"',
  '```',
].join('\n');

describe('the parameters of steps', () => {
  const { uri } = fixture('protocol/queue.md');
  let client: Client;
  before(async () => {
    client = await startClient();
    await client.open(uri, text, 1);
  });
  after(() => client.stop());

  const resolve = (words: string, values: ResolveStepParams['values'], more: Partial<ResolveStepParams> = {}) => {
    const params: ResolveStepParams = {
      uri,
      line: lineOf(text, words),
      version: 1,
      values,
      shell: 'bash',
      terminal: 'bash',
      ...more,
    };
    return client.request<ResolveStepResult & Refusal>(resolveStepRequest, params);
  };
  const values = { pod: { value: 'a b' }, region: { value: 'north' }, ticket: { value: 'ab' } };

  const reasonOf = async (more: object, options = {}) =>
    (await resolve('kubectl logs', { ...values, ...more }, options)).reason;
  const hoverAt = async (words: string) => {
    const position = endOf(text, words);
    const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
    return JSON.stringify(hover?.contents);
  };

  it('come with what the document says of them', async () => {
    const step = await client.request<StepAtResult>(stepAtRequest, { uri, line: lineOf(text, 'kubectl logs') });
    assert.deepEqual(step.parameters, [
      { name: 'pod', key: 'pod', choices: [], secret: false, description: 'The slow pod' },
      {
        name: 'region',
        key: 'region',
        choices: ['north', 'south'],
        secret: false,
        description: 'Where it runs',
        default: 'south',
      },
      { name: 'TICKET', key: 'ticket', choices: [], secret: false, pattern: '(a+)+b' },
    ]);
  });

  it('get their values where they stand, or in the environment', async () => {
    const resolved = await resolve('kubectl logs', values);
    assert.deepEqual(resolved, {
      version: 1,
      command: 'kubectl logs \'a b\' --region north --ticket "$TICKET" # <pod>',
      shown: 'kubectl logs a b --region north --ticket "ab" # <pod>',
      environment: { TICKET: 'ab' },
      secrets: {},
      demands: [],
    });
  });

  it('keep a secret out of the command, and never see it', async () => {
    const { command, shown, secrets, environment } = await resolve('curl -H', {
      apikey: { secret: true },
      zone: { value: 'b' },
    });
    assert.equal(command, 'curl -H \'Key: \'"${INCIDENT_DOCS_APIKEY}"\'\' "$ZONE"');
    assert.equal(shown, 'curl -H \'Key: ••••\' "b"');
    assert.deepEqual([secrets, environment], [{ INCIDENT_DOCS_APIKEY: 'apikey' }, { ZONE: 'b' }]);
  });

  it('are refused with the reason', async () => {
    assert.match(await reasonOf({ region: { value: 'west' } }), /"region" must be one of: north, south/);
    assert.match(await reasonOf({ ticket: { value: `${'a'.repeat(60)}c` } }), /takes too long .*"TICKET"/);
    assert.match(await reasonOf({ pod: { value: '-rf' } }), /"pod" begins with "-".*line 1/);
    assert.match(await reasonOf({ pod: { value: 'a\u202Eb' } }), /"pod" holds characters that can't be seen/);
    assert.match(await reasonOf({ pod: undefined }), /"pod" has no value/);
    assert.match(await reasonOf({}, { version: 2 }), /edited while/);
    for (const value of ['a&b', '50%', 'a^b', 'a"b', 'a\nb', '!a!', 'Größe'])
      assert.match(await reasonOf({ pod: { value } }, { shell: 'cmd', terminal: 'cmd' }), /command prompt/, value);
  });

  it('are explained in a hover', async () => {
    assert.match(
      await hoverAt('{{regi'),
      /Where it runs.*`north`, `south`.*Default: `south`.*front matter; asked for when/,
    );
    assert.match(await hoverAt("'Key: <api-"), /Secret/);
    assert.match(await hoverAt('logs <po'), /The slow pod.*below \\"Parameters\\"/);
  });

  it('are completed within a block, in the form that was begun', async () => {
    const complete = async (typed: string) => {
      const changed = text.replace('kubectl logs <pod>', () => typed);
      await client.open(uri, changed, 2);
      const position = endOf(changed, typed);
      const items = await client.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position,
        context: { triggerKind: 1 },
      });
      const [item] = items;
      assert.ok(item?.textEdit && 'range' in item.textEdit);
      const line = edited(uri, changed, { changes: { [uri]: [item.textEdit] } }).split('\n')[position.line];
      return [items.map(({ label }) => label), line?.split(' --')[0]];
    };
    assert.deepEqual(await complete('kubectl logs <'), [
      ['<region>', '<ticket>', '<api-key>', '<zone>', '<pod>'],
      'kubectl logs <region>',
    ]);
    assert.deepEqual((await complete('kubectl logs $RE'))[1], 'kubectl logs $REGION');
    assert.deepEqual((await complete('kubectl logs {{'))[1], 'kubectl logs {{region}}');
    await client.open(uri, text, 1);
  });

  it('that are declared wrongly are reported at their place', async () => {
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const found = items
      .filter(({ code }) => code === 'config-type')
      .map(({ message, range }) => [range.start.line, message]);
    const lines = text.split('\n');
    assert.deepEqual(
      found.map(([line]) => lines[Number(line)]?.trim().split(':')[0]),
      ['api-key', 'zone', 'zone', '| `pod` | The slow pod | `web-(` |'],
    );
    const said = JSON.stringify(found);
    for (const words of [
      /secret, so its default/,
      /none of its choices: b/,
      /key \\"shape\\"/,
      /no regular expression/,
    ])
      assert.match(said, words);
  });
});
