import { execFile } from 'node:child_process';
import { homedir, hostname } from 'node:os';
import { isAbsolute } from 'node:path';
import { workspace } from 'vscode';
import type { WireContext } from '../../../server/src/protocol/guards.ts';
import { pathOfProgram, terminalEnvironment } from '../terminal/interpreters.ts';

/** How long a program may take to say where it acts, in ms; AWS is asked over the network. */
const patience = { local: 1_500, network: 4_000 } as const;

/** Where the programs of a step act now, by kind; undefined where nothing tells. Nobody waits longer than 4 s, and nothing runs in Restricted Mode. */
export async function liveContext(kind: WireContext['kind']): Promise<string | undefined> {
  if (kind === 'host') return hostname();
  if (kind === 'account') return (await liveContext('aws')) ?? (await liveContext('gcp')) ?? liveContext('azure');
  const [program, words, ms = patience.local] = questions[kind];
  return said(program, words, ms);
}

/** How each is asked for. */
const questions: Readonly<
  Record<Exclude<WireContext['kind'], 'host' | 'account'>, readonly [string, readonly string[], number?]>
> = {
  kubernetes: ['kubectl', ['config', 'current-context']],
  aws: ['aws', ['sts', 'get-caller-identity', '--query', 'Account', '--output', 'text'], patience.network],
  gcp: ['gcloud', ['config', 'get-value', 'project']],
  azure: ['az', ['account', 'show', '--query', 'id', '--output', 'tsv']],
};

/** Whether a live context is one of those that a runbook expects. */
export function isExpected({ kind, values }: WireContext, live: string): boolean {
  const wanted = values.map((value) => comparable(kind, value));
  const name = comparable(kind, live);
  // A host has a short name and a full one.
  const short = kind === 'host' ? name.replace(/\..*$/, '') : name;
  return wanted.includes(name) || wanted.includes(short);
}

/** YAML reads an account's number without the zeros that it begins with. */
function comparable(kind: WireContext['kind'], value: string): string {
  if (kind === 'kubernetes') return value.trim();
  return value
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, '');
}

/** The one line that a program prints; undefined where it is not there, fails, takes too long or prints more. */
async function said(program: string, words: readonly string[], timeout: number): Promise<string | undefined> {
  if (!workspace.isTrusted) return undefined;
  const path = await pathOfProgram(program);
  // A folder of PATH that is relative may be one of the workspace's.
  if (path === undefined || !isAbsolute(path)) return undefined;
  const options = {
    timeout,
    cwd: homedir(),
    env: terminalEnvironment(),
    windowsHide: true,
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((resolve) => {
    try {
      execFile(path, [...words], options, (error, stdout) => {
        const line = stdout.trim();
        resolve(error || line === '' || /[\n\p{Cc}]/u.test(line) || line === '(unset)' ? undefined : line);
      });
    } catch {
      resolve(undefined);
    }
  });
}
