import type { Configuration } from '../../core/configuration/configuration.ts';
import { figures, judge, questions } from '../../core/triage/triage.ts';
import type { Refusal } from '../../protocol/channels.ts';
import {
  triageQuestionsRequest,
  triageRequest,
  type TriageParams,
  type TriageQuestions,
  type TriageResult,
} from '../../protocol/triage.ts';
import type { Session } from '../session.ts';
import { request } from './request.ts';

/** What to ask, to tell an incident from an everyday problem. */
export const triageQuestions = request(triageQuestionsRequest, async (session): Promise<TriageQuestions> => {
  return { questions: questions(await configurationOf(session)), figures };
});

/** What the answers to the triage mean. */
export const triage = request(
  triageRequest,
  async (session, { answers }: TriageParams): Promise<TriageResult | Refusal> => {
    const verdict = judge(await configurationOf(session), answers);
    if ('reason' in verdict) return verdict;
    const { incident, severity, reasons, title } = verdict;
    return { incident, severity: severity ?? null, reasons, ...(title === undefined ? {} : { title }) };
  },
);

async function configurationOf({ environments }: Session): Promise<Configuration> {
  const [environment] = await environments.all();
  if (!environment) throw new Error('There is always an environment.');
  return environment.configuration;
}
