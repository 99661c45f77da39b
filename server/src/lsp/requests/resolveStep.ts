import type { Dialect } from '../../core/model/steps/dialects.ts';
import { parameterKey } from '../../core/model/steps/declared.ts';
import { resolveCommand } from '../../core/model/steps/resolution.ts';
import {
  resolveStepRequest,
  type ResolveStepParams,
  type ResolveStepResult,
  type WireShell,
} from '../../protocol/parameters.ts';
import { matchesWhole } from '../patterns.ts';
import { wireParameters } from '../wireParameters.ts';
import { documentRequest, noDocument } from './request.ts';
import { findStep } from './stepAt.ts';

const dialects: Readonly<Record<WireShell, Dialect>> = {
  bash: 'posix',
  zsh: 'posix',
  sh: 'posix',
  other: 'posix',
  fish: 'fish',
  powershell: 'powershell',
  cmd: 'cmd',
};

/** A step with values in the places of its parameters, or why they can't stand there. */
export const resolveStep = documentRequest<ResolveStepParams, ResolveStepResult>(
  resolveStepRequest,
  (reading, { uri, line, version: asked, values, shell, terminal }) => {
    const { document, version } = reading;
    if (!document) return noDocument(uri);
    if (asked !== version)
      return { reason: 'The document was edited while its values were asked for; run the step again.' };
    const step = findStep(document, line, reading);
    if ('reason' in step) return step;
    const readers = {
      block: dialects[shell],
      splits: shell === 'bash' || shell === 'sh' || shell === 'other',
      environment: dialects[terminal],
    };
    const answers = new Map(Object.entries(values));
    const needed = new Set(wireParameters(step, document).map(({ key }) => key));
    const { command: text } = step;
    const parameters = step.parameters.filter(({ name }) => needed.has(parameterKey(name)));
    const declared = document.declarations.parameters;
    const resolved = resolveCommand({ command: text, parameters }, declared, answers, readers, matchesWhole);
    if ('reason' in resolved) return resolved;
    const { command, shown, environment, secrets, demands } = resolved;
    return {
      version,
      command,
      shown,
      environment: Object.fromEntries(environment),
      secrets: Object.fromEntries([...secrets].map(([variable, name]) => [variable, parameterKey(name)])),
      demands: demands.map(({ name, pattern, reason }) => ({ key: parameterKey(name), pattern, reason })),
    };
  },
);
