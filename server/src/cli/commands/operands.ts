import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';

/** Complains of the first operand past as many as a command takes; whether there was one. */
export function unexpectedOperand({ operands }: Arguments, most: number, terminal: Terminal): boolean {
  const extra = operands[most];
  if (extra === undefined) return false;
  terminal.complain(`There is one argument too many: "${extra}".`);
  return true;
}
