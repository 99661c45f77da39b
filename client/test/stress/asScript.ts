import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StressBlock, StressShell } from './block.ts';

/** What a shell makes of a block that is a script of its own. */
export interface ScriptRun {
  readonly exitCode: number;
  readonly stdout: string;
  /** Whether it wrote to standard error, whose messages name the script's file. */
  readonly complains: boolean;
}

/** Runs a block as a script. */
export async function runAsScript(
  { code, script = code }: StressBlock,
  shell: StressShell,
  cwd: string,
): Promise<ScriptRun> {
  const folder = await mkdtemp(join(tmpdir(), 'incident-docs-script-'));
  const file = join(folder, 'script');
  await writeFile(file, `${script.replaceAll('\r\n', '\n')}\n`);
  try {
    return await ended(shell, file, cwd);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function ended(shell: StressShell, file: string, cwd: string): Promise<ScriptRun> {
  const child = spawn(shell, [file], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let complains = false;
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.on('data', () => (complains = true));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, stdout, complains }));
  });
}
