import { pageText } from '../../core/rules/pageText.ts';
import { rules } from '../../core/rules/index.ts';
import { pageUrl } from '../../core/rules/page.ts';
import { nearestWord } from '../../core/text/nearest.ts';
import { palette, type Palette } from '../terminal.ts';
import type { Command } from './command.ts';
import { unexpectedOperand } from './operands.ts';

/** Shows a rule's page. */
export const explain: Command = {
  name: 'explain',
  operands: 'RULE',
  summary: "Show a rule's page",
  notes: '"incident-docs rules" lists the names.',
  options: [{ name: 'no-color', summary: 'No colours, as with NO_COLOR in the environment' }],
  async run(given, terminal) {
    const [name] = given.operands;
    if (name === undefined) {
      terminal.complain('Which rule? Write its name, as in "incident-docs explain missing-title".');
      return 2;
    }
    if (unexpectedOperand(given, 1, terminal)) return 2;
    const page = pageText(name);
    if (page === undefined) {
      const near = nearestWord(
        name,
        rules.map(({ id }) => id),
      );
      const advice = near ? `did you mean "${near}"?` : '"incident-docs rules" lists them.';
      terminal.complain(`There is no rule "${name}"${near ? ';' : ':'} ${advice}`);
      return 2;
    }
    const paint = palette(terminal.colours && !given.has('no-color'));
    await terminal.print(`${forTerminal(page.trimEnd(), paint)}\n\n${paint.faint(pageUrl(name))}\n`);
    return 0;
  },
};

/** Markdown reads well as it is; headings stand out, and an example is set off from what is said about it. */
function forTerminal(page: string, paint: Palette): string {
  let fence: string | undefined;
  return page
    .split('\n')
    .map((line) => {
      const mark = /^(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence === undefined && mark === undefined) return /^#{1,6} /.test(line) ? paint.strong(line) : line;
      const closes = fence !== undefined && line.trim() === fence;
      const opens = fence === undefined;
      if (opens) fence = mark;
      else if (closes) fence = undefined;
      return opens || closes ? paint.faint(line) : line;
    })
    .join('\n');
}
