/** Lines behind which a command that failed can still be the last of its block: they close what holds it. */
const closing = /^\s*(?:fi|done|esac|end|\}|\)|;;)?;?\s*(?:[|>&#].*)?$/;

/**
 * The line of a block, from 1, at which it failed; undefined where the shell does not tell.
 * @param marked what the shell's script left: the exit status, a line (`1 7`), and a `!` where the block ended there
 * @param output what the block wrote; the shell and most programs name its file and line in their messages
 */
export function failedLine(
  block: string,
  blockPath: string | undefined,
  marked: string,
  output: string,
): number | undefined {
  const lines = block.split('\n');
  const [, number, ended] = /^\d+ (\d+)(!?)$/.exec(marked.trim()) ?? [];
  const line = number === undefined ? undefined : Number(number);
  if (line !== undefined && line >= 1 && line <= lines.length && (ended === '!' || isLast(lines, line))) return line;
  const told = blockPath === undefined ? undefined : toldLine(blockPath, output);
  return told !== undefined && told >= 1 && told <= lines.length ? told : undefined;
}

/** Whether nothing of a block runs behind a line but what continues or closes it. */
function isLast(lines: readonly string[], line: number): boolean {
  return lines.slice(line).every((text, index) => closing.test(text) || (lines[line - 1 + index] ?? '').endsWith('\\'));
}

/** `…/1.block.sh: line 3: …`, `…/1.block.py", line 3`, `…/1.block.mjs:3`, `…/1.block.fish (line 3)`: the last of them in the output. */
function toldLine(blockPath: string, output: string): number | undefined {
  const name = blockPath.slice(Math.max(blockPath.lastIndexOf('/'), blockPath.lastIndexOf('\\')) + 1);
  let found: number | undefined;
  for (let at = output.indexOf(name); at !== -1; at = output.indexOf(name, at + name.length)) {
    const behind = /^["']?(?::\s?|,\s|\s\(?)?(?:line\s)?(\d+)\b/.exec(
      output.slice(at + name.length, at + name.length + 24),
    );
    if (behind) found = Number(behind[1]);
  }
  return found;
}
