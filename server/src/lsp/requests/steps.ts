import type { IncidentDocument, Step } from '../../core/model/document.ts';
import { outermost, stepsFrom, stepsOfSection, type Course } from '../../core/model/steps/course.ts';
import { sectionAt } from '../../core/parse/outline.ts';
import { fileNameOf } from '../../core/text/path.ts';
import {
  stepsRequest,
  type ListedStep,
  type Refusal,
  type StepsParams,
  type StepsResult,
} from '../../protocol/channels.ts';
import type { Reading } from '../reading.ts';
import { runnableSteps, wireStep } from '../wireStep.ts';
import { documentRequest, noDocument } from './request.ts';
import { blockAt } from './stepAt.ts';

/** The steps of a document, of a section or from one on, in the order in which they are taken. */
export const steps = documentRequest<StepsParams, StepsResult>(stepsRequest, (reading, params) => {
  const { document } = reading;
  if (!document) return noDocument(params.uri);
  const all = runnableSteps(reading);
  const course = courseOf(params, document, all);
  if ('reason' in course) return course;
  return {
    version: reading.version,
    document: document.title?.subject || fileNameOf(document.path),
    steps: course.steps.map((step) => listed(step, all, document, reading)),
    ...leftOutOf(course),
  };
});

function leftOutOf({ choice, leftOut }: Course): { readonly leftOut?: string } {
  const sentences = [
    ...leftOut.map(({ heading }) => `"${heading.text}" was left out: it is for when something has failed.`),
    ...(choice ? [`"${choice.heading.text}" leaves a choice; run the one of its sections that you mean.`] : []),
  ];
  return sentences.length > 0 ? { leftOut: sentences.join(' ') } : {};
}

function courseOf({ scope, line }: StepsParams, document: IncidentDocument, all: readonly Step[]): Course | Refusal {
  const { outline, lines } = document;
  if (scope === 'document') return { steps: all, choice: undefined, leftOut: [] };
  const section = sectionAt(outline, lines.contentSpan(line).end);
  if (scope === 'section') {
    if (!section) return { reason: `There is no section at line ${line + 1}; put the caret in one that has blocks.` };
    const course = stepsOfSection(section, all, outline);
    if (course.steps.length > 0) return course;
    return {
      reason: course.choice
        ? `"${course.choice.heading.text}" leaves a choice, so it does not run as a whole; run the one of its sections that you mean.`
        : `"${section.heading.text}" has no block to run; put the caret in a section that has some.`,
    };
  }
  const first = blockAt(all, document, line) ?? all.find(({ span }) => lines.lineAt(span.start) >= line);
  return first
    ? stepsFrom(first, all, outline)
    : { reason: `There is no block to run from line ${line + 1} on; put the caret in the first one that you mean.` };
}

function listed(step: Step, all: readonly Step[], document: IncidentDocument, reading: Reading): ListedStep {
  const heading = step.section && outermost(step.section).heading;
  return {
    ...wireStep(step, document, reading),
    number: all.indexOf(step) + 1,
    section: heading?.text ?? '',
    sectionLine: heading ? reading.lines.lineAt(heading.span.start) : 0,
  };
}
