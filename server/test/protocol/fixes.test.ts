import assert from 'node:assert/strict';
import { TextDocumentEdit } from 'vscode-languageserver/node';
import { startClient, type Client } from './client.ts';
import { actionsAt, edited, fixture, isMendedWithAll, wholeOf } from './documents.ts';

describe('fixes', () => {
  let client: Client;
  let version = 0;
  before(async () => void (client = await startClient()));
  after(() => client.stop());

  /** Opens a text anew and answers with its diagnostics. */
  const diagnose = async (uri: string, text: string) => {
    version++;
    await client.open(uri, text, version);
    return client.diagnosticsOf(uri, version);
  };

  for (const name of ['protocol/outage.md', 'protocol/queue.md', 'protocol/live.md']) {
    it(`each remove their finding from ${name}`, async () => {
      const { uri, text } = fixture(name);
      const diagnostics = await diagnose(uri, text);
      const actions = await actionsAt(client, uri, wholeOf(text), diagnostics, ['quickfix']);
      if (name === 'protocol/outage.md')
        assert.ok(actions.length >= 4, 'the fixture has several findings that can be fixed');
      for (const { title, kind, isPreferred, diagnostics: mended, edit } of actions) {
        assert.equal(kind, 'quickfix');
        const [target] = mended ?? [];
        assert.ok(target, title);
        assert.equal(isPreferred, isMendedWithAll(target));
        const count = diagnostics.filter(
          ({ code, message }) => code === target.code && message === target.message,
        ).length;
        const after = await diagnose(uri, edited(uri, text, edit));
        const left = after.filter(({ code, message }) => code === target.code && message === target.message).length;
        assert.equal(left, count - 1, `"${title}" leaves: ${String(target.code)}`);
        await diagnose(uri, text);
      }
    });

    it(`all at once leave nothing to fix in ${name}, and twice change nothing`, async () => {
      const { uri, text } = fixture(name);
      await diagnose(uri, text);
      const [fixAll] = await actionsAt(client, uri, wholeOf(text), [], ['source.fixAll.incident-docs']);
      const fixed = edited(uri, text, fixAll?.edit);
      const left = await diagnose(uri, fixed);
      assert.deepEqual(
        left.filter(isMendedWithAll).map(({ message }) => message),
        [],
      );
      assert.deepEqual(await actionsAt(client, uri, wholeOf(fixed), [], ['source.fixAll']), []);
    });
  }

  it('are offered where the caret is, and bound to the version that was read', async () => {
    const { uri, text } = fixture('protocol/outage.md');
    const [first, ...rest] = await diagnose(uri, text);
    assert.ok(first && rest.length > 0);
    const actions = await actionsAt(
      client,
      uri,
      { start: first.range.start, end: first.range.start },
      [first],
      ['quickfix'],
    );
    for (const { diagnostics, edit } of actions) {
      assert.equal(diagnostics?.[0]?.range.start.line, first.range.start.line);
      const change = edit?.documentChanges?.find(TextDocumentEdit.is);
      assert.deepEqual(change?.textDocument, { uri, version });
    }
  });

  it('are of the kinds that the client asks for', async () => {
    const { uri, text } = fixture('protocol/outage.md');
    await diagnose(uri, text);
    const kindsFor = async (only: readonly string[]) => {
      const actions = await actionsAt(client, uri, wholeOf(text), [], only);
      return [...new Set(actions.map(({ kind }) => kind))].toSorted((a = '', b = '') => a.localeCompare(b));
    };
    assert.deepEqual(await kindsFor(['quickfix']), ['quickfix']);
    assert.deepEqual(await kindsFor(['source']), ['source.fixAll.incident-docs']);
    assert.deepEqual(await kindsFor(['source.fixAll']), ['source.fixAll.incident-docs']);
    assert.deepEqual(await kindsFor(['source.fixAll.incident-docs']), ['source.fixAll.incident-docs']);
    assert.deepEqual(await kindsFor(['source.fixAll.other']), []);
    assert.deepEqual(await kindsFor(['refactor', 'source.organizeImports']), []);
  });

  it('are plain edits for a client that knows no versions', async () => {
    const plain = await startClient({ capabilities: {} });
    const { uri, text } = fixture('protocol/outage.md');
    await plain.open(uri, text);
    const [action] = await actionsAt(plain, uri, wholeOf(text), [], ['quickfix']);
    assert.equal(action?.edit?.documentChanges, undefined);
    assert.notEqual(edited(uri, text, action?.edit), text);
    await plain.stop();
  });
});
