import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { post, wrongAddress } from '../../src/updates/webhook.ts';

/** A receiver on this machine that answers as it is told, and keeps what it got. */
async function receiver(...answers: readonly (number | 'silence')[]) {
  const got: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const answer = answers[got.length] ?? 200;
      got.push(body);
      if (answer === 'silence') response.destroy();
      else response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return { got, address: `http://127.0.0.1:${address.port}/hook`, close: () => server.close() };
}

const atOnce = async (): Promise<void> => undefined;

describe('Posting an update', () => {
  const cases: readonly (readonly [
    name: string,
    answers: readonly (number | 'silence')[],
    state: string,
    times: number,
    reason: RegExp | undefined,
  ])[] = [
    ['arrives once', [200], 'posted', 1, undefined],
    ['is tried again while the other side is busy', [503, 429, 200], 'posted', 3, undefined],
    ['is given up when it stays busy', [503, 503, 503], 'failed', 3, /answered 503\.$/],
    ['is not tried again where the address is wrong', [404], 'failed', 1, /answered 404, so the address is wrong/],
    ['is not tried again where it may have arrived', ['silence'], 'uncertain', 1, /may or may not have arrived/],
    ['is not sent on to another address', [302], 'failed', 1, /another address, which is not followed/],
  ];
  for (const [name, answers, state, times, reason] of cases) {
    it(name, async () => {
      const { got, address, close } = await receiver(...answers);
      try {
        const delivery = await post(address, 'Checkout is "down"\nagain', atOnce);
        assert.equal(delivery.state, state);
        assert.equal(got.length, times);
        assert.deepEqual(JSON.parse(got[0] ?? ''), { text: 'Checkout is "down"\nagain' });
        if (reason) assert.match('reason' in delivery ? delivery.reason : '', reason);
      } finally {
        close();
      }
    });
  }

  it('says so where nobody listens', async () => {
    const { address, close } = await receiver();
    close();
    const delivery = await post(address, 'x', atOnce);
    assert.deepEqual(delivery.state, 'failed');
    assert.match('reason' in delivery ? delivery.reason : '', /can't be reached; the update was not posted\.$/);
  });

  for (const address of [
    'http://hooks.example.com/x',
    'ftp://example.com',
    'hooks.example.com',
    'file:///etc/passwd',
  ]) {
    it(`goes to no address such as ${address}`, async () => {
      assert.match(wrongAddress(address) ?? '', /begins with https:\/\//);
      assert.equal((await post(address, 'x', atOnce)).state, 'failed');
    });
  }
});
