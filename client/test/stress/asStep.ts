import { readFile, rm } from 'node:fs/promises';
import { commands, env, window } from 'vscode';
import { placeOf, write } from '../documents.ts';
import type { StepResult } from '../runbooks.ts';
import type { StressBlock, StressShell } from './block.ts';

/** What became of a block that ran as a step, and what its terminal showed. */
export interface StepRun extends StepResult {
  /** Without escape sequences; undefined where neither the editor nor a file has it. */
  readonly output: string | undefined;
}

/** How long a block may take, in ms, before it counts as stuck and is stopped. */
const longest = 60_000;
/** How long to wait for the last of a block's output, in ms. */
const outputPatience = 2000;

const fences: Readonly<Record<StressShell, string>> = { bash: 'bash', zsh: 'zsh', dash: 'sh', fish: 'fish' };

/** Where the editor can't read what a block writes, or not from its beginning, a file gets it. */
const groups: Partial<Readonly<Record<StressShell, readonly [open: string, close: string]>>> = {
  dash: ['{', '}'],
  zsh: ['{', '}'],
  fish: ['begin', 'end'],
};

/** A session, with prompts and output, is no text to put anything around. */
function groupOf({ script }: StressBlock, shell: StressShell): readonly [open: string, close: string] | undefined {
  return script === undefined ? groups[shell] : undefined;
}

/** A runbook of blocks; each is found by its name. */
export async function writeStress(blocks: readonly StressBlock[], shell: StressShell): Promise<Runbook> {
  const lines = [`# Runbook: Stress in ${shell}`, '', '## Investigation Steps', ''];
  const places = new Map<string, number>();
  for (const block of blocks) {
    const { name, code, language = fences[shell] } = block;
    lines.push(`### ${name}`, '');
    places.set(name, lines.length);
    const [open, close] = groupOf(block, shell) ?? [];
    const text = open === undefined ? code : `${open}\n${code}\n\n${close} > stress.txt`;
    lines.push('`````' + language, ...text.split('\n'), '`````', '');
  }
  const uri = await write(`runbooks/stress-${shell}.md`, lines.join('\n'));
  return { uri: uri.toString(), lineOf: (name) => places.get(name) ?? -1 };
}

interface Runbook {
  readonly uri: string;
  lineOf(name: string): number;
}

/** Runs a block as a step, and collects what its terminal shows. */
export async function runAsStep(runbook: Runbook, block: StressBlock, shell: StressShell): Promise<StepRun> {
  const { name } = block;
  const file = placeOf('stress.txt').fsPath;
  await rm(file, { force: true });
  let output: string | undefined;
  let finished: Promise<void> = Promise.resolve();
  const begun = window.onDidStartTerminalShellExecution(({ execution }) => {
    output = '';
    finished = (async () => {
      for await (const part of execution.read()) output += part;
    })();
  });
  try {
    const place = { uri: runbook.uri, line: runbook.lineOf(name) + 1 };
    let screen = '';
    const giveUp = async (): Promise<void> => {
      screen = await terminalText();
      // It may as well wait for the answer to a question.
      await commands.executeCommand('workbench.action.closeQuickOpen');
      await commands.executeCommand('incidentDocs.stopStep', place);
    };
    const stop = setTimeout(() => void giveUp(), longest);
    const result = await commands.executeCommand<StepResult | undefined>('incidentDocs.runStep', place);
    clearTimeout(stop);
    if (!result) throw new Error(`"${name}" asked for a value, and nobody answers here.`);
    if (screen !== '') return { ...result, output: screen };
    await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, outputPatience))]);
    if (groupOf(block, shell)) output = await readFile(file, 'utf8').catch(() => '');
    // Where the first output comes together with the shell's word that the command begins, the editor loses it.
    else if (output === '' || groups[shell]) output = undefined;
    return { ...result, output: output === undefined ? undefined : withoutEscapes(output) };
  } finally {
    begun.dispose();
  }
}

// oxlint-disable-next-line no-control-regex -- these are the escape sequences of terminals
const escapes = /\u001B(?:\][^\u0007\u001B]*(?:\u0007|\u001B\\)|\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78])/g;

/** What a terminal shows of an output. */
export function withoutEscapes(output: string): string {
  return output.replace(escapes, '').replaceAll('\r', '');
}

/** What the terminal shows, of a block that is stuck. */
async function terminalText(): Promise<string> {
  await commands.executeCommand('workbench.action.terminal.selectAll');
  await commands.executeCommand('workbench.action.terminal.copySelection');
  return (await env.clipboard.readText()).slice(-1500);
}
