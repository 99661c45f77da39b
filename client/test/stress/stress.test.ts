import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { ConfigurationTarget, window, workspace } from 'vscode';
import { closeTerminals } from '../runbooks.ts';
import { useDefaultShell, useShell } from '../shells.ts';
import { leftovers } from '../steps/leftovers.ts';
import { until } from '../until.ts';
import { runAsScript } from './asScript.ts';
import { runAsStep, withoutEscapes, writeStress, type StepRun } from './asStep.ts';
import type { StressShell } from './block.ts';
import { constructs } from './constructs.ts';
import { variants } from './variants.ts';

/** How often the whole table is gone through, by `node bench/steps.mjs ROUNDS`: it takes minutes. Else each construct has its turn once. */
const rounds = Number(process.env.INCIDENT_DOCS_STRESS_ROUNDS ?? 0);
const blocks = rounds > 0 ? [...constructs, ...variants] : constructs;
const counts = { runs: 0, falseSuccess: 0, wrong: 0 };

/** Tells whoever runs this by hand how it goes. */
function tell(line: string): void {
  const path = process.env.INCIDENT_DOCS_STRESS_REPORT;
  if (path) appendFileSync(path, `${line}\n`);
}

describe('Each construct of a shell, as a step and as a script', () => {
  // A loaded machine starts a shell in its own time; what it says then is no less right.
  before(() => patience(30));
  after(() => patience(undefined));
  after(useDefaultShell);

  const shells: readonly StressShell[] = ['bash', 'zsh', 'fish', 'dash'];
  for (const shell of shells.filter((name) => (process.env.INCIDENT_DOCS_STRESS_SHELLS ?? name).includes(name))) {
    it(`ends alike in ${shell}`, async function () {
      this.timeout(Math.max(1, rounds) * 300_000);
      await useShell(shell === 'dash' ? '/bin/dash' : shell);
      const differences: string[] = [];
      for (let round = 0; round < Math.max(1, rounds); round++) differences.push(...(await compareAll(shell)));
      for (const difference of differences) tell(`! ${difference}`);
      tell(JSON.stringify(counts));
      await closeTerminals();
      await until('the files to go', () => leftovers().length === 0);
      assert.deepEqual(differences, []);
    });
  }
});

/** How long a shell may take to report, in s. */
async function patience(seconds: number | undefined): Promise<void> {
  const settings = workspace.getConfiguration('incidentDocs.terminal');
  await settings.update('shellIntegrationTimeout', seconds, ConfigurationTarget.Global);
}

async function compareAll(shell: StressShell): Promise<readonly string[]> {
  const readable = blocks.filter(({ shells }) => shells.includes(shell));
  const runbook = await writeStress(readable, shell);
  const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '.';
  const differences: string[] = [];
  for (const block of readable) {
    const ran = await runAsScript(block, shell, cwd);
    const script = { ...ran, exitCode: block.exitCode ?? ran.exitCode };
    const step = await runAsStep(runbook, block, shell);
    counts.runs++;
    tell(`${shell}, ${block.name}: ${told(step)}, ${step.durationMs} ms`);
    const state = expectedState(shell, script.exitCode);
    const isRight = step.state === state && (step.state === 'unknown' || step.exitCode === script.exitCode);
    if (!isRight) counts.wrong++;
    if (step.state === 'succeeded' && script.exitCode !== 0) counts.falseSuccess++;
    if (!isRight) differences.push(`${shell}, ${block.name}: ${told(step)} instead of ${state}, ${script.exitCode}`);
    const missing = shows(step, script.stdout, script.complains);
    if (missing !== undefined) differences.push(`${shell}, ${block.name}: ${missing}`);
    if (window.terminals.length > 1) {
      differences.push(`${shell}, ${block.name}: its terminal was busy or gone afterwards`);
      await closeTerminals();
    }
  }
  return differences;
}

/** dash does not report; what ends as Ctrl-C does is unknown. */
function expectedState(shell: StressShell, exitCode: number): StepRun['state'] {
  if (shell === 'dash' || exitCode === 130) return 'unknown';
  return exitCode === 0 ? 'succeeded' : 'failed';
}

function told({ state, exitCode, reason }: StepRun): string {
  return `${state}, ${exitCode ?? '?'}${reason === undefined ? '' : ` (${reason})`}`;
}

/** How what a step showed differs from what the script wrote; messages of errors and jobs name other files and numbers. */
function shows({ output }: StepRun, stdout: string, complains: boolean): string | undefined {
  if (output === undefined) return undefined;
  const lines = output.split('\n').filter((line) => !/^\[\d+\]\s*[+-]?\s*(?:\d+|done|Done|exit|Exit|\d+ )/.test(line));
  const expected = withoutEscapes(stdout).split('\n');
  if (expected.at(-1) === '') expected.pop();
  const missing = complains
    ? expected.find((line) => !lines.some((shown) => shown.trimEnd() === line.trimEnd()))
    : lines.join('\n').trimEnd().endsWith(expected.join('\n').trimEnd())
      ? undefined
      : JSON.stringify(output.slice(-800));
  return missing === undefined ? undefined : `it did not show ${expected.join('|').slice(0, 100)}: ${missing}`;
}
