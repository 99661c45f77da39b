import { isSession } from './languages.ts';

/** `$ `, `user@host:~$ `, `[root@host /]# `, `PS C:\> `: what a session prints before a command. */
const surePrompt =
  /^\s*(?:\([\w.-]+\)\s+)?(?:\[?[\w.-]+@[\w.-]+[^$#%>]*\]?[$#%>]|PS [^>]*>|[~/][\w/.-]*[$#]|(?:ba|z|c|k)?sh-\d[\d.]*[$#]|[$❯])\s+(?=\S)/;
/** The same where nothing else is a prompt; beside one, `# ` is a comment and `> ` a continuation. */
const barePrompt = /^\s*[#%>]\s+(?=\S)/;
const dollarPrompt = /^\s*\$ +(?=\S)/;
const anglePrompt = /^\s*> +(?=\S)/;
const heredoc = /<<-?\s*(['"]?)([A-Za-z_]\w*)\1/;

/** A line of what runs, and which line of the block it is, counted from 0. */
export interface CommandLine {
  readonly text: string;
  readonly line: number;
}

/**
 * Exactly what runs of a block. What is written is what runs; prompts and output are removed only in a session block, or
 * where the block begins with a `$ ` prompt or each of its lines has a `> ` one.
 */
export function commandOf(content: string, language: string): string {
  return commandLines(content, language)
    .map(({ text }) => text)
    .join('\n')
    .trimEnd();
}

/** The lines of what runs, blank ones at the beginning left out. */
export function commandLines(content: string, language: string): CommandLine[] {
  const written = content.split(/\r\n|\r|\n/);
  const lines = written.map((text, line) => ({ text, line }));
  const prompt = promptOf(written, language);
  const run = prompt ? withoutPrompts(lines, prompt) : lines;
  return run.slice(
    Math.max(
      0,
      run.findIndex(({ text }) => text.trim() !== ''),
    ),
  );
}

/** Whether a block shows prompts before its commands, as a session does. */
export function hasPrompts(content: string, language: string): boolean {
  return promptOf(content.split(/\r\n|\r|\n/), language) !== undefined;
}

/** Whether any line of a block begins as only a session's do: `$ `, `root@db1:~# `, `PS C:\\> `. */
export function showsSession(content: string): boolean {
  return content.split(/\r\n|\r|\n/).some((line) => surePrompt.test(line));
}

function promptOf(lines: readonly string[], language: string): RegExp | undefined {
  const written = lines.filter((line) => line.trim() !== '');
  if (isSession(language)) return [surePrompt, barePrompt].find((prompt) => written.some((line) => prompt.test(line)));
  const first = written.find((line) => !/^\s*#/.test(line));
  if (first !== undefined && dollarPrompt.test(first)) return dollarPrompt;
  return written.length > 0 && written.every((line) => anglePrompt.test(line)) ? anglePrompt : undefined;
}

/** Keeps the lines with a prompt, without it, and those that continue them; the rest is output. */
function withoutPrompts(lines: readonly CommandLine[], prompt: RegExp): CommandLine[] {
  const commands: CommandLine[] = [];
  let continues = false;
  let closing: string | undefined;
  for (const { text, line } of lines) {
    const bare: string = continues || closing !== undefined ? text.replace(/^\s*> ?/, '') : text.replace(prompt, '');
    if (!continues && closing === undefined && bare === text) continue;
    commands.push({ text: bare, line });
    if (closing !== undefined) {
      if (bare.trim() === closing) closing = undefined;
      continue;
    }
    closing = heredoc.exec(bare)?.[2];
    continues = closing === undefined && /(?:^|[^\\])(?:\\\\)*\\$/.test(bare);
  }
  return commands;
}
