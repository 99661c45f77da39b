import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import type { Step } from '../../core/model/document.ts';
import { stepsOfSection } from '../../core/model/steps/course.ts';
import type { DocumentKind } from '../../core/schema/vocabulary.ts';
import type { Span } from '../../core/text/span.ts';
import { copyStepCommand, runSectionCommand, runStepCommand, type StepArgument } from '../../protocol/channels.ts';
import { rangeOf } from '../convert.ts';
import { answering, unattended } from '../door.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import { runnableSteps } from '../wireStep.ts';
import type { Feature } from './feature.ts';

/** The documents whose blocks are there to be run; those of a postmortem tell what was run. */
const kinds: readonly DocumentKind[] = ['runbook', 'incident'];

/** Puts `▶ Run` and `Copy` above each block that can run, and `▶ Run section` above a section with several. */
export const codeLenses: Feature = { capabilities: { codeLensProvider: {} }, register };

function register(session: Session): void {
  const { connection, client } = session;
  connection.onCodeLens(
    answering(connection, 'Code lenses', [], async ({ textDocument }): Promise<CodeLens[]> => {
      const reading = await session.read(textDocument.uri);
      return reading ? lensesOf(reading) : [];
    }),
  );
  if (client.refreshesCodeLenses) {
    session.onDidForget(() =>
      unattended(connection, 'Refreshing code lenses', () => connection.sendRequest(CodeLensRefreshRequest.type)),
    );
  }
}

function lensesOf(reading: Reading): CodeLens[] {
  const { uri, lines, document } = reading;
  if (!document || !kinds.includes(document.kind)) return [];
  const steps = runnableSteps(reading);
  const lens = (span: Span, title: string, name: string, step?: Step): CodeLens => {
    const range = rangeOf(lines, span);
    const argument: StepArgument = { uri, line: range.start.line };
    return { range, command: { title, command: name, arguments: step ? [argument, step.id] : [argument] } };
  };
  const several = document.outline.allSections.filter((section) => {
    const course = stepsOfSection(section, steps, document.outline);
    return course.steps.length > 1 && !course.choice;
  });
  return [
    ...several.map(({ heading }) => lens(heading.span, '▶ Run section', runSectionCommand)),
    ...steps.flatMap((step) => [
      // The step's id tells whether the block is still the one above which the lens was shown.
      lens(step.fenceSpan, '▶ Run', runStepCommand, step),
      lens(step.fenceSpan, 'Copy', copyStepCommand),
    ]),
  ];
}
