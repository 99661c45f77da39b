/** What stands in place of an answer that can't be given: one sentence for the person who asked. */
export interface Failure {
  readonly failure: string;
}

/** Whether there is a failure in place of an answer. */
export function isFailure(answer: object): answer is Failure {
  return 'failure' in answer;
}
