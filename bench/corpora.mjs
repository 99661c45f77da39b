import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { postmortem, random, runbook } from './documents.mjs';

/** Documents as in a large team's repository: half runbooks, half postmortems, 7.4 KB on average, the same in each run. */
const meanBytes = 7400;

/** The folder of so many generated documents; they are written when they are wanted for the first time. */
export function generatedDocuments(count) {
  const folder = resolve('.cache/bench/corpora', `${count}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  const next = random(count);
  for (const kind of ['runbooks', 'postmortems']) mkdirSync(join(draft, kind), { recursive: true });
  for (let n = 0; n < count; n++) {
    const bytes = Math.round(meanBytes * (0.4 + 1.2 * next()));
    const [kind, write] = n % 2 === 0 ? ['runbooks', runbook] : ['postmortems', postmortem];
    writeFileSync(join(draft, kind, `2024-01-15-${n}.md`), write(bytes, next));
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return folder;
}

/** How many Markdown files there are below a folder, and how large they are together, in MB. */
export function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return { files: files.length, megabytes: bytes / 1e6 };
}
