import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import type { Step } from '../../core/model/document.ts';
import { stepsOfSection } from '../../core/model/steps/course.ts';
import type { DocumentKind } from '../../core/schema/vocabulary.ts';
import type { Span } from '../../core/text/span.ts';
import {
  copyStepCommand,
  runSectionCommand,
  runStepCommand,
  showBacklinksCommand,
  type StepArgument,
} from '../../protocol/channels.ts';
import { keepBacklinks } from '../backlinks.ts';
import { rangeOf } from '../convert.ts';
import { answering, unattended } from '../door.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import { runnableSteps } from '../wireStep.ts';
import type { Feature } from './feature.ts';

/** The documents whose blocks are there to be run; those of a postmortem tell what was run. */
const kinds: readonly DocumentKind[] = ['runbook', 'incident'];

/**
 * Puts `▶ Run` and `Copy` above each block that can run, `▶ Run section` above a section with several, and above a runbook's
 * title how many other documents link to it.
 */
export const codeLenses: Feature = { capabilities: { codeLensProvider: {} }, register };

function register(session: Session): void {
  const { connection, client } = session;
  const refresh = async (): Promise<void> => {
    if (client.refreshesCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  };
  // Nobody waits for the other documents to be read: the lens comes when they have been.
  const backlinks = keepBacklinks(session, refresh);
  connection.onCodeLens(
    answering(connection, 'Code lenses', [], async ({ textDocument }): Promise<CodeLens[]> => {
      const reading = await session.read(textDocument.uri);
      return reading ? [...lensesOf(reading), ...backlinkLens(reading, backlinks.of(reading))] : [];
    }),
  );
  if (client.refreshesCodeLenses) {
    session.onDidForget(() => unattended(connection, 'Refreshing code lenses', refresh));
  }
}

/** A runbook says how many postmortems used it. */
function backlinkLens({ uri, lines, document }: Reading, words: string | undefined): CodeLens[] {
  const title = document?.outline.title;
  if (!title || words === undefined) return [];
  const range = rangeOf(lines, title.span);
  const argument: StepArgument = { uri, line: range.start.line };
  return [{ range, command: { title: words, command: showBacklinksCommand, arguments: [argument] } }];
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
