import type { Place } from '../documents/steps.ts';
import type { Context } from '../context.ts';
import { documentIn, lineIn, readAnswers, type Answers } from './answers.ts';

/** Where a command on steps is to act, and what its caller has answered besides. */
export interface PlaceAndAnswers {
  readonly place: Place;
  readonly answers: Answers;
}

/** Reads the argument of a command on steps: a document and a line; a key pressed in the Runbook view means what is selected there. */
export function readPlace({ runbook }: Context, given: readonly unknown[]): PlaceAndAnswers {
  const answers = readAnswers(given, ['uri', 'line', 'selected', 'parameters']);
  const selected = answers.get('selected') === true ? runbook.selected() : undefined;
  const chosen = selected ? readAnswers([selected], ['uri', 'line']) : answers;
  return { place: { uri: documentIn(chosen, 'uri'), line: lineIn(chosen, 'line') }, answers: chosen };
}
