import { workspace, type Uri } from 'vscode';
import type { StepGuardsResult, WireContext } from '../../../server/src/protocol/guards.ts';
import { isExpected, liveContext } from './liveContext.ts';

/** Where a runbook expects to run, and where it would. */
export interface ComparedContext {
  readonly expected: WireContext;
  readonly live: string | undefined;
  readonly state: 'same' | 'other' | 'unknown';
}

/** Why a person is asked before a step runs, and what they need to see. */
export interface Concerns {
  /** Each a part of a sentence that begins with the step's name: `deletes whole folders for good`. Empty where nobody need be asked. */
  readonly reasons: readonly string[];
  readonly contexts: readonly ComparedContext[];
  readonly unknownContexts: readonly string[];
  /** The live kube-context where something dangerous is about to run. */
  readonly kubeContext: string | undefined;
  /** Whether it would run elsewhere than its runbook says. */
  readonly isElsewhere: boolean;
}

/** What else bears on a step. */
export interface Circumstances {
  /** When the step was run before in this session, in words. */
  readonly ranBefore: string | undefined;
  /** Whether the runbook was edited after the person had asked for the step. */
  readonly wasEdited: boolean;
  /** Whether a person has said before that they know of contexts which can't be told. */
  readonly knows: (contexts: string) => boolean;
  readonly document: Uri;
}

/** Gathers why a person is to be asked. */
export async function concernsOf(
  { dangers, expected, unknownContexts, runsOnce }: StepGuardsResult,
  { ranBefore, wasEdited, knows, document }: Circumstances,
): Promise<Concerns> {
  const contexts = await Promise.all(expected.map(compared));
  const kubeContext =
    dangers.length > 0 && !expected.some(({ kind }) => kind === 'kubernetes')
      ? await liveContext('kubernetes')
      : contexts.find((context) => context.expected.kind === 'kubernetes')?.live;
  const others = contexts.filter(({ state }) => state === 'other');
  const untold = contexts.filter(({ state }) => state === 'unknown');
  const untoldKey = untoldContexts({ contexts, unknownContexts });
  const reasons = [
    ...dangers.map(({ reason }) => reason),
    ...others.map(
      ({ expected: { kind, values }, live }) => `is for the ${names[kind]} ${either(values)}, not "${live}"`,
    ),
    ...(untoldKey === '' || knows(untoldKey)
      ? []
      : [
          ...untold.map(
            ({ expected: { kind, values } }) =>
              `is for the ${names[kind]} ${either(values)}, and nothing tells the live one`,
          ),
          ...unknownContexts.map((label) => `has a context "${label}" that can't be compared with a live one`),
        ]),
    ...(runsOnce && ranBefore !== undefined ? [`is not idempotent and has run before, ${ranBefore}`] : []),
    ...(wasEdited ? ['was edited after you asked for it'] : []),
  ];
  const always = workspace.getConfiguration('incidentDocs', document).get<string>('confirmSteps') === 'always';
  return {
    reasons: reasons.length === 0 && always ? [''] : reasons,
    contexts,
    unknownContexts,
    kubeContext,
    isElsewhere: others.length > 0 || untold.length > 0,
  };
}

/** The contexts that nothing tells, as one text to remember them by; empty where there is none. */
export function untoldContexts({ contexts, unknownContexts }: Pick<Concerns, 'contexts' | 'unknownContexts'>): string {
  const untold = contexts.filter(({ state }) => state === 'unknown');
  return [
    ...untold.map(({ expected: { label, values } }) => `${label}=${values.join('|')}`),
    ...unknownContexts,
  ].join();
}

/** What people call a kind of context. */
export const names: Readonly<Record<WireContext['kind'], string>> = {
  kubernetes: 'kube-context',
  aws: 'AWS account',
  gcp: 'Google Cloud project',
  azure: 'Azure subscription',
  account: 'cloud account',
  host: 'host',
};

/** `"a" or "b"` */
export function either(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(' or ');
}

async function compared(expected: WireContext): Promise<ComparedContext> {
  const live = await liveContext(expected.kind);
  const state = live === undefined ? 'unknown' : isExpected(expected, live) ? 'same' : 'other';
  return { expected, live, state };
}
