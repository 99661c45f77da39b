import { sectionAfterFailure } from '../../core/model/steps/course.ts';
import { afterFailureRequest, type AfterFailureParams, type AfterFailureResult } from '../../protocol/guards.ts';
import { documentRequest, noDocument } from './request.ts';
import { stepWithId } from './stepGuards.ts';

/** The section of a runbook for when a step has failed. */
export const afterFailure = documentRequest<AfterFailureParams, AfterFailureResult>(
  afterFailureRequest,
  ({ document, lines }, { uri, id }) => {
    if (!document) return noDocument(uri);
    const step = stepWithId(document, id);
    if ('reason' in step) return step;
    const heading = sectionAfterFailure(step, document.outline)?.heading;
    return heading ? { heading: heading.text, line: lines.lineAt(heading.span.start) } : {};
  },
);
