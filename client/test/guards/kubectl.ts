import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Puts a `kubectl` on PATH whose current context is the given one; the returned function takes it away again. */
export async function useKubeContext(name: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'incident-docs-kubectl-'));
  const path = join(folder, 'kubectl');
  await writeFile(path, `#!/bin/sh\n[ "$*" = "config current-context" ] && echo ${name}\n`);
  await chmod(path, 0o755);
  const before = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${before ?? ''}`;
  return async () => {
    process.env.PATH = before;
    await rm(folder, { recursive: true });
  };
}
