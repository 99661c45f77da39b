import { commands, window, type Terminal } from 'vscode';
import { write } from './documents.ts';
import { until } from './until.ts';

/** What `incidentDocs.runStep` returns. */
export interface StepResult {
  readonly state: 'succeeded' | 'failed' | 'unknown' | 'stopped' | 'refused';
  readonly exitCode?: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly reason?: string;
}

/** A runbook whose blocks have names; its title names its terminal. */
export interface TestRunbook<Name extends string> {
  readonly title: string;
  readonly uri: string;
  /** Runs a block, with values for its parameters, and waits for its end. */
  run(name: Name, parameters?: Readonly<Record<string, string>>): Promise<StepResult>;
  stop(name: Name): Promise<StepResult>;
  /** The zero-based line of a block's opening fence. */
  lineOf(name: Name): number;
}

/** Writes a runbook with each block below a heading of its own. */
export async function writeRunbook<Name extends string>(
  title: string,
  blocks: Readonly<Record<Name, string>>,
  {
    language = 'bash',
    frontMatter = [],
  }: { readonly language?: string; readonly frontMatter?: readonly string[] } = {},
): Promise<TestRunbook<Name>> {
  const lines = [
    ...(frontMatter.length > 0 ? ['---', ...frontMatter, '---', ''] : []),
    `# Runbook: ${title}`,
    '',
    '## Investigation Steps',
    '',
  ];
  const fences = new Map<string, number>();
  for (const [name, block] of Object.entries<string>(blocks)) {
    lines.push(`### ${name}`, '');
    fences.set(name, lines.length);
    lines.push('```' + language, ...block.split('\n'), '```', '');
  }
  const uri = (await write(`runbooks/${title.toLowerCase().replaceAll(' ', '-')}.md`, lines.join('\n'))).toString();
  const lineOf = (name: string): number => fences.get(name) ?? -1;
  const call = async (command: string, name: string, answers = {}) =>
    commands.executeCommand<StepResult>(command, { uri, line: lineOf(name) + 1, ...answers });
  return {
    title,
    uri,
    lineOf,
    run: (name, parameters) => call('incidentDocs.runStep', name, parameters ? { parameters } : {}),
    stop: (name) => call('incidentDocs.stopStep', name),
  };
}

/** The terminals of a runbook, in the order of their making. */
export function terminalsOf({ title }: { readonly title: string }): readonly Terminal[] {
  return window.terminals.filter(({ name }) => name === title || name.startsWith(`${title} `));
}

/** The one terminal of a runbook. */
export function terminalOf(runbook: { readonly title: string }): Terminal {
  const [terminal] = terminalsOf(runbook);
  if (!terminal) throw new Error(`"${runbook.title}" has no terminal.`);
  return terminal;
}

/** Closes all terminals and waits until they are gone. */
export async function closeTerminals(): Promise<void> {
  for (const terminal of window.terminals) terminal.dispose();
  await until('the terminals to close', () => window.terminals.length === 0);
}
