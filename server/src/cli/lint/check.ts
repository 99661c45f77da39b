import { digestOf } from '../../cache/digest.ts';
import { openNotebook } from '../../cache/observations.ts';
import { observed } from '../../cache/observed.ts';
import { analyze, fixAll, type Environment } from '../../core/lint.ts';
import { documentFacts } from '../../core/model/facts.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { reasonOf } from '../files/reason.ts';
import type { SourceText } from '../files/read.ts';
import type { CheckedFile } from './report.ts';

/** A text that is to be checked. */
export interface CheckedText {
  /** Absolute, with forward slashes; for standard input without a name no path at all. */
  readonly path: string;
  /** As people see it. */
  readonly shown: string;
  readonly source: SourceText;
  /** Takes the corrected text, byte order mark included; undefined where nothing is to be corrected. */
  readonly deliver: ((text: string) => Promise<void>) | undefined;
}

/**
 * Checks a text, after its corrections where they are asked for. What goes wrong is told to `complain`: a text that can't
 * be written is reported as it is; one that can't be read, or on which the linter fails, is undefined.
 */
export async function checkText(
  { path, shown, source, deliver }: CheckedText,
  environment: Environment,
  complain: (sentence: string) => void,
): Promise<CheckedFile | undefined> {
  try {
    const original = source.text;
    const corrected = deliver ? await fixAll({ path, text: original }, environment) : original;
    const failure = await deliver?.(source.mark + corrected).then(
      () => undefined,
      (error: unknown) => `"${shown}" can't be corrected: ${reasonOf(error)}.`,
    );
    if (failure !== undefined) complain(failure);
    const text = failure === undefined ? corrected : original;
    const notebook = openNotebook();
    const workspace = observed(environment.workspace, notebook);
    const { document, diagnostics, holds, unread } = await analyze({ path, text }, { ...environment, workspace });
    if (unread !== undefined) {
      complain(`${shown}: ${unread}`);
      return undefined;
    }
    return {
      path,
      shown,
      root: environment.workspace.root ?? '',
      kind: document?.kind,
      template: document?.template.name,
      lines: document?.lines ?? new LineIndex(text),
      diagnostics,
      facts: document && documentFacts(document),
      corrected: text !== original,
      basis: deliver ? undefined : { digest: digestOf(source.bytes), holds, seen: notebook.observations },
    };
  } catch (error) {
    complain(`The linter failed on "${shown}", please report it: ${reasonOf(error)}`);
    return undefined;
  }
}
