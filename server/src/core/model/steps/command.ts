import { isSession } from './languages.ts';

/** `$ `, `user@host:~$ `, `[root@host /]# `, `PS C:\> `, `% `: what a session prints before a command. */
const sessionPrompt =
  /^\s*(?:\([\w.-]+\)\s+)?(?:\[?[\w.-]+@[\w.-]+[^$#%>]*\]?[$#%>]|PS [^>]*>|[~/][\w/.-]*[$#]|[$#%>])\s+(?=\S)/;
const dollarPrompt = /^\s*\$ +(?=\S)/;
const anglePrompt = /^\s*> +(?=\S)/;
const heredoc = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/;

/**
 * Exactly what runs of a block. What is written is what runs; prompts and output are removed only in a session block, or
 * where the block begins with a `$ ` prompt or each of its lines has a `> ` one.
 */
export function commandOf(content: string, language: string): string {
  const lines = content.split(/\r\n|\r|\n/);
  const prompt = promptOf(lines, language);
  return (prompt ? withoutPrompts(lines, prompt) : lines).join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
}

function promptOf(lines: readonly string[], language: string): RegExp | undefined {
  const written = lines.filter((line) => line.trim() !== '');
  if (isSession(language)) return written.some((line) => sessionPrompt.test(line)) ? sessionPrompt : undefined;
  const first = written.find((line) => !/^\s*#/.test(line));
  if (first !== undefined && dollarPrompt.test(first)) return dollarPrompt;
  return written.length > 0 && written.every((line) => anglePrompt.test(line)) ? anglePrompt : undefined;
}

/** Keeps the lines with a prompt, without it, and those that continue them; the rest is output. */
function withoutPrompts(lines: readonly string[], prompt: RegExp): string[] {
  const commands: string[] = [];
  let continues = false;
  let closing: string | undefined;
  for (const line of lines) {
    const bare: string = continues || closing !== undefined ? line.replace(/^\s*> ?/, '') : line.replace(prompt, '');
    if (!continues && closing === undefined && bare === line) continue;
    commands.push(bare);
    if (closing !== undefined) {
      if (bare.trim() === closing) closing = undefined;
      continue;
    }
    closing = heredoc.exec(bare)?.[2];
    continues = closing === undefined && /(?:^|[^\\])(?:\\\\)*\\$/.test(bare);
  }
  return commands;
}
