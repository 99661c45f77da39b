import { rules } from '../../core/rules/index.ts';
import { everyKind, type Rule } from '../../core/rules/rule.ts';
import { pageUrl } from '../../core/rules/page.ts';
import { unexpectedOperand } from './operands.ts';
import type { Command } from './command.ts';

/** Lists the rules. */
export const rulesCommand: Command = {
  name: 'rules',
  operands: '',
  summary: 'List the rules',
  notes: '',
  options: [{ name: 'format', value: 'FORMAT', choices: ['text', 'json'], summary: 'How to list: text, json' }],
  async run(given, terminal) {
    if (unexpectedOperand(given, 0, terminal)) return 2;
    await terminal.print(given.value('format') === 'json' ? asData() : asTable());
    return 0;
  },
};

function asData(): string {
  const list = rules.map(({ id, level, kinds, fixable, summary }) => ({
    id,
    level,
    kinds,
    fixable,
    summary,
    url: pageUrl(id),
  }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

function asTable(): string {
  const rows = rules.map((rule) => [rule.id, rule.level, rule.fixable ? 'fix' : '', kindsOf(rule), rule.summary]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`).join('');
}

function kindsOf({ kinds }: Rule): string {
  return kinds.length === everyKind.length ? 'all kinds' : kinds.join(', ');
}
