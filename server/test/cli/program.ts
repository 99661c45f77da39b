import { spawn, type SpawnOptions } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** How a run of the built command line ended. */
export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  /** The working directory. */
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** The user that the program runs as. */
  readonly uid?: number;
  readonly program?: string;
}

/** The command line as it was built. */
export const builtProgram = resolve('dist/cli.js');

/** Results are kept apart from those of the person who runs the tests. */
const cacheHome = join(tmpdir(), 'incident-docs-test-cache');

/** No run of a test may take longer, in ms. */
const limit = 60_000;

/** Runs the built command line to its end. */
export function incidentDocs(words: readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
  const { cwd, input = '', env, uid, program = builtProgram } = circumstances;
  const options: SpawnOptions = {
    cwd: cwd ?? process.cwd(),
    env: { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: cacheHome, ...env },
    timeout: limit,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  };
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [program, ...words], { ...options, stdio: 'pipe' });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      settle({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    );
    child.stdin.on('error', () => undefined); // The program may end without having read it.
    child.stdin.end(input);
  });
}

/** Makes a folder of files for a test, and removes it when the test is over. */
export async function inFolder(
  files: Readonly<Record<string, string | Buffer>>,
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    await test(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
