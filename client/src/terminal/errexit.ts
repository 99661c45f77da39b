/** A line that sets options and does nothing else: `set -euo pipefail`, `set +e`. */
const setLine = /^(\s*)set((?:\s+(?:[-+]o\s+[a-z]+|[-+][a-zA-Z]+(?:o\s+[a-z]+)?))+)(\s*(?:;.*|#.*)?)$/;

/** What may raise an error of the shell's own: an unset variable where that is forbidden, or one that is required. */
const mayRaise = /\bnounset\b|\bset\s+(?:\S+\s+)*-[a-zA-Z]*u|\$\{\w+:?\?/;

/**
 * A block for zsh, in which such an error ends the shell where errexit is on, and nothing can keep it: the lines that set
 * errexit tell it to the shell's script, which heeds it, and not to zsh. Line numbers stay. A block with a here-document
 * is left as it is, because its lines may be data.
 */
export function withoutErrexit(block: string): string {
  if (!mayRaise.test(block) || block.includes('<<')) return block;
  return block
    .split('\n')
    .map((line) => {
      const [, indent = '', options = '', rest = ''] = setLine.exec(line) ?? [];
      const wanted = errexitOf(options);
      if (wanted === undefined) return line;
      const others = options.replace(/([-+])o\s+errexit/g, '').replace(/([-+][a-df-zA-Z]*)e/g, '$1');
      const kept = others.split(/\s+/).filter((word) => !/^[-+]?$/.test(word));
      const set = kept.length > 0 ? `set ${kept.join(' ')}; ` : '';
      return `${indent}${set}__incident_docs_errexit=${wanted}${rest}`;
    })
    .join('\n');
}

/** Whether options turn errexit on (1) or off (0); undefined where they do neither. */
function errexitOf(options: string): 0 | 1 | undefined {
  const last = [...options.matchAll(/([-+])(?:o\s+errexit|(?!o\s)[a-zA-Z]*e[a-zA-Z]*)/g)].at(-1)?.[1];
  return last === undefined ? undefined : last === '-' ? 1 : 0;
}
