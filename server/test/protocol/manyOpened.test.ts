import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { inFolder } from '../cli/program.ts';
import { ableClient, startClient, type Client, type StartOptions } from './client.ts';
import { configuration, crowd, dyingAtThird, saying, serverWithThread } from './crowd.ts';

const files = crowd();
const documents = Object.keys(files).filter((name) => name.endsWith('.md') && !name.includes('/.'));
const settings = 'docs/.incident-docs/config.yaml';

interface Answer {
  readonly items: readonly { readonly code: string; readonly message: string; readonly range: object }[];
}

interface Crowd {
  readonly client: Client;
  readonly uriOf: (name: string) => string;
  /** Opens documents with the texts of their files, or with others, all at once. */
  readonly open: (names: readonly string[], texts?: Readonly<Record<string, string>>) => Promise<void>;
  /** What is said of documents: of each its rules with their messages and places. */
  readonly said: (names: readonly string[]) => Promise<Readonly<Record<string, readonly string[]>>>;
}

/** A message without the minutes that have passed since something long ago. */
function sinceLong(message: string): string {
  return message.replace(/\d+ minutes? ago/, 'minutes ago');
}

/** A server in a folder with all those documents, none of which is open yet. */
async function started(cwd: string, options: StartOptions = {}): Promise<Crowd> {
  const client = await startClient({
    capabilities: {
      ...ableClient,
      textDocument: { ...ableClient.textDocument, diagnostic: {} },
      workspace: { ...ableClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    folder: join(cwd, 'docs'),
    initializationOptions: { cache: false },
    ...options,
  });
  const uriOf = (name: string): string => pathToFileURL(join(cwd, name)).href;
  return {
    client,
    uriOf,
    async open(names, texts = {}) {
      await Promise.all(names.map((name) => client.open(uriOf(name), texts[name] ?? files[name] ?? '')));
    },
    async said(names) {
      const answers = names.map(async (name) => {
        const textDocument = { uri: uriOf(name) };
        const { items } = await client.request<Answer>('textDocument/diagnostic', { textDocument });
        return [
          name,
          items.map(({ code, message, range }) => `${code} ${JSON.stringify(range)} ${sinceLong(message)}`),
        ] as const;
      });
      return Object.fromEntries(await Promise.all(answers));
    },
  };
}

/** What a server says that has opened the documents one after the other. */
async function saidOneByOne(cwd: string, names: readonly string[], texts: Readonly<Record<string, string>> = {}) {
  const { client, open, said } = await started(cwd);
  for (const name of names) {
    await open([name], texts);
    await said([name]);
  }
  const all = await saidAtLast(() => said(names));
  const statuses = statusesOf(client);
  assert.equal(await client.stop(), 0);
  return { all, statuses };
}

type Said = Awaited<ReturnType<Crowd['said']>>;

/** What is said once the documents of the workspace are known, which have a part in it. */
async function saidAtLast(ask: () => Promise<Said>): Promise<Said> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    // They may have become known while it was answered for the first ones: from now on all goes by them.
    if (Object.values(answer).some((lines) => lines.some(isOfSeveral))) return ask();
    if (Date.now() > end) throw new Error('It was not found that actions are in several documents.');
    await delay(50);
  }
}

function isOfSeveral(line: string): boolean {
  return line.startsWith('duplicate-action');
}

/** The findings that need nothing but a document and the files that it links to. */
function ownFindings(said: Said): Said {
  return Object.fromEntries(
    Object.entries(said).map(([name, lines]) => [name, lines.filter((line) => !isOfSeveral(line))]),
  );
}

/** What was sent last of each document's status. */
function statusesOf({ statuses }: Client): readonly string[] {
  const last = new Map(
    statuses.map(({ uri, ...status }) => [uri, `${uri.split('/').at(-1)} ${JSON.stringify(status)}`]),
  );
  return [...last.values()].toSorted();
}

/** Opens all at once with a server whose threads do something before they begin, and compares what it says of them. */
function compare(prologue: string, look: (said: Said, client: Client) => void): Promise<void> {
  return inFolder(files, async (cwd) => {
    const program = await serverWithThread(cwd, prologue);
    const { client, open, said } = await started(cwd, { program });
    await open(documents);
    look(await said(documents), client);
    assert.equal(await client.stop(), 0);
  });
}

describe('Documents that are opened all at once', () => {
  let expected: Awaited<ReturnType<typeof saidOneByOne>>;
  before(async () => {
    await inFolder(files, async (cwd) => {
      expected = await saidOneByOne(cwd, documents);
    });
  });

  it('are answered for as if they had been opened one after the other', () =>
    inFolder(files, async (cwd) => {
      const { client, open, said } = await started(cwd);
      await open(documents);
      assert.deepEqual(ownFindings(await said(documents)), ownFindings(expected.all));
      assert.deepEqual(await saidAtLast(() => said(documents)), expected.all);
      assert.deepEqual(statusesOf(client), expected.statuses);
      assert.deepEqual(client.log, []);
      assert.equal(await client.stop(), 0);
    }));

  it('are read by threads too', () =>
    compare(saying('as a thread said'), (said) => {
      const words = Object.values(said).flat();
      const byThreads = words.filter((line) => line.includes('as a thread said')).length;
      assert.ok(byThreads > 0 && byThreads < words.length, `${byThreads} of ${words.length}`);
    }));

  const deaths: readonly (readonly [how: string, prologue: string])[] = [
    ['at its start', "throw new Error('no memory');"],
    ['by an error at the third document', dyingAtThird("throw new Error('no memory')")],
    ['without a word at the third document', dyingAtThird('process.exit(7)')],
  ];
  for (const [how, prologue] of deaths) {
    it(`are all answered for where a thread dies ${how}, and it is told once`, () =>
      compare(prologue, (said, { log }) => {
        assert.deepEqual(ownFindings(said), ownFindings(expected.all));
        assert.equal(log.length, 1);
        assert.match(
          log[0] ?? '',
          /^A thread that read documents has ended \((?:no memory|exit code 7)\); they are read/,
        );
      }));
  }

  it('are read by settings that are not saved yet', () =>
    inFolder(files, async (cwd) => {
      const { client, open, said } = await started(cwd);
      await open([settings], { [settings]: configuration('off') });
      await open(documents);
      assert.deepEqual(ownFindings(await said(documents)), without('action-vague', expected.all));
      await client.stop();
    }));

  it('go by neighbours that are not saved yet', () =>
    inFolder(files, async (cwd) => {
      const { client, open, said } = await started(cwd);
      const [linked = '', ...others] = documents.filter((name) => name.includes('/runbooks/'));
      const [before, after] = [linked, `${linked.slice(0, -3)}-new.md`];
      await open([before, after], {
        [before]: '# Runbook: Disk\n\n## Only here\n',
        [after]: '# Runbook: Disk\n\n## Only here\n',
      });
      const texts = Object.fromEntries(others.map((name, index) => [name, linkTo(index % 2 === 0 ? before : after)]));
      await open(
        documents.filter((name) => name !== linked),
        texts,
      );
      const dead = Object.values(await said(others))
        .flat()
        .filter((line) => line.startsWith('dead-'));
      assert.deepEqual(dead, []);
      await client.stop();
    }));

  it('are answered for as they are at last, whatever happens to them meanwhile', () =>
    inFolder(files, async (cwd) => {
      const { client, open, uriOf, said } = await started(cwd);
      await open(documents);
      const changed = documents.filter((_, index) => index % 7 === 0);
      const closed = documents.filter((_, index) => index % 7 === 1);
      const remaining = documents.filter((name) => !closed.includes(name));
      const others = remaining.filter((name) => !changed.includes(name));
      for (const name of changed) await client.change(uriOf(name), 2, [{ text: withMore(name) }]);
      for (const name of closed) await client.close(uriOf(name));
      await writeFile(join(cwd, settings), configuration('off'));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(settings), type: FileChangeType.Changed }],
      });
      const answers = ownFindings(await said(remaining));
      const last = await started(cwd);
      const texts = Object.fromEntries(changed.map((name) => [name, withMore(name)]));
      for (const name of remaining) {
        await last.open([name], texts);
        await last.said([name]);
      }
      assert.deepEqual(answers, ownFindings(await last.said(remaining)));
      assert.ok(others.some((name) => isVague(expected.all[name])) && !others.some((name) => isVague(answers[name])));
      await Promise.all([client.stop(), last.client.stop()]);
    }));
});

function linkTo(name: string): string {
  return `# Runbook: Links\n\n## Symptoms\n\n[It](${name.split('/').at(-1)}#only-here)\n`;
}

function withMore(name: string): string {
  return `${files[name]}\n## More\n\n[It](gone.md)\n`;
}

function isVague(lines: readonly string[] = []): boolean {
  return lines.some((line) => line.startsWith('action-vague'));
}

/** What is said, but for a rule. */
function without(rule: string, said: Said): Said {
  return Object.fromEntries(
    Object.entries(ownFindings(said)).map(([name, lines]) => [name, lines.filter((line) => !line.startsWith(rule))]),
  );
}
