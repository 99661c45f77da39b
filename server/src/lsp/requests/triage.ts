import { figures, judge, questions } from '../../core/triage/triage.ts';
import type { Refusal } from '../../protocol/channels.ts';
import {
  triageQuestionsRequest,
  triageRequest,
  type TriageParams,
  type TriageQuestions,
  type TriageQuestionsParams,
  type TriageResult,
} from '../../protocol/triage.ts';
import { request } from './request.ts';
import { environmentOf } from './settings.ts';

/** What to ask, to tell an incident from an everyday problem. */
export const triageQuestions = request(
  triageQuestionsRequest,
  async (session, params: TriageQuestionsParams | null): Promise<TriageQuestions> => {
    const { configuration } = await environmentOf(session, params?.uri);
    return { questions: questions(configuration), figures };
  },
);

/** What the answers to the triage mean. */
export const triage = request(
  triageRequest,
  async (session, { answers, uri }: TriageParams): Promise<TriageResult | Refusal> => {
    const { configuration } = await environmentOf(session, uri);
    const verdict = judge(configuration, answers);
    if ('reason' in verdict) return verdict;
    const { incident, severity, reasons, grounds, title } = verdict;
    return {
      incident,
      severity: severity ?? null,
      reasons,
      ...(grounds.length > 0 ? { grounds: grounds.join('; ') } : {}),
      ...(title === undefined ? {} : { title }),
    };
  },
);
