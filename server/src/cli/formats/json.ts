import { pageUrl } from '../../core/rules/page.ts';
import { countByLevel, isFixable, type CheckedFile } from '../lint/report.ts';
import { version } from '../version.ts';
import type { Format } from './format.ts';
import { rangeOf } from './range.ts';

/** The report as data: zero-based positions in UTF-16 code units, as in the Language Server Protocol. */
export const jsonFormat: Format = ({ files }) => {
  const summary = { files: files.length, ...countByLevel(files) };
  return `${JSON.stringify({ version, summary, files: files.map(fileAsData) }, undefined, 2)}\n`;
};

function fileAsData({ shown, kind, template, lines, diagnostics }: CheckedFile) {
  return {
    path: shown,
    kind: kind ?? null,
    template: template ?? null,
    diagnostics: diagnostics.map((diagnostic) => ({
      rule: diagnostic.rule,
      severity: diagnostic.level,
      message: diagnostic.message,
      range: rangeOf(lines, diagnostic.span),
      fixable: isFixable(diagnostic),
      url: pageUrl(diagnostic.rule),
    })),
  };
}
