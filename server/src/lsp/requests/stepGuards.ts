import type { IncidentDocument, Step } from '../../core/model/document.ts';
import { dangersOf } from '../../core/model/steps/dangers.ts';
import { expectedContext } from '../../core/model/steps/expectedContext.ts';
import { masked } from '../../core/model/steps/masking.ts';
import { runsOnce } from '../../core/model/steps/repetition.ts';
import type { Refusal } from '../../protocol/channels.ts';
import { stepGuardsRequest, type StepGuardsParams, type StepGuardsResult } from '../../protocol/guards.ts';
import { holdsMatch } from '../patterns.ts';
import { documentRequest, noDocument } from './request.ts';

/** What a person must know before a step's text runs: its dangers, where it expects to run, whether it may run twice. */
export const stepGuards = documentRequest<StepGuardsParams, StepGuardsResult>(
  stepGuardsRequest,
  ({ document, version, environment }, { uri, id, command, shown }) => {
    if (!document) return noDocument(uri);
    const step = stepWithId(document, id);
    if ('reason' in step) return step;
    const { dangerousCommands: team, context } = environment.configuration.steps;
    const hasComments = !/^(?:cmd|bat|batch|dosbatch)$/.test(step.language) && step.runnable;
    const texts = command === shown ? command : `${command}\n${shown}`;
    const { expected, unknown } = expectedContext(document, context);
    return {
      version,
      dangers: dangersOf(texts, { hasComments, team, search: holdsMatch }),
      shown: masked(shown),
      expected,
      unknownContexts: unknown,
      runsOnce: runsOnce(step, document),
    };
  },
);

/** The step that had an id when it was read. */
export function stepWithId({ steps }: IncidentDocument, id: string): Step | Refusal {
  const step = steps.find((candidate) => candidate.id === id);
  return step ?? { reason: 'The step has been changed or is gone; look at it, and run it from its block.' };
}
