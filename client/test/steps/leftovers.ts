import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What this window's steps have left in the temporary folder. */
export function leftovers(): readonly string[] {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(`incident-docs-step-${process.pid}-`));
  return folders.flatMap((folder) => readdirSync(join(tmpdir(), folder)));
}
