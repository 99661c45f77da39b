import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const screenshotLimitMs = 10_000;

/** What a failed run looked like: a screenshot and the server's log, written into `logs` of the server's data folder. */
export async function keepEvidence({ page, server }) {
  const folder = join(server.data, 'logs');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'server.log'), server.output());
  const shot = page.screenshot({ path: join(folder, 'screenshot.png'), timeout: screenshotLimitMs });
  await shot.catch((error) => process.stderr.write(`No screenshot could be taken: ${error.message.split('\n')[0]}\n`));
}
