import { parseDocument, isMap, isSeq } from 'yaml';
import { commandOf, hasPrompts } from './command.ts';
import { looksLikeCommand } from './commandNames.ts';
import { shellLines } from './shellLines.ts';

const rootPrompt = /^\s*#\s+(\S.*)$/;
const sql = /^\s*(?:(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|EXPLAIN|ALTER TABLE|CREATE (?:TABLE|INDEX))\b|--\s)/i;

/** `Get-Service`, `$s = Get-Service`: PowerShell's verbs, which no other shell has. */
const cmdlet =
  /^\s*(?:\$\w+\s*=\s*)?(?:Get|Set|New|Remove|Restart|Start|Stop|Suspend|Resume|Test|Invoke|Add|Enable|Disable|Import|Export|Connect|Disconnect|Enter|Exit|Clear|Update|Install|Uninstall|Select|Write|Out|Register|Unregister|Move|Copy|Rename|Resolve|Wait|Measure|Format|Grant|Revoke|Publish|Sync|Repair|Reset|Show|Find|Search|Where|ForEach|Sort|Group|Compare|Join|Split|Push|Pop|Send|Receive|ConvertTo|ConvertFrom)-[A-Z]\w+\b/;
/** What goes on from the line above: a pipe, a parameter, a brace. */
const cmdletGoesOn = /^\s*(?:[|})#]|-[A-Z]\w+|\w+\s*=)/;

/** A command is told by its beginning. */
const longest = 500;

/**
 * The language of a block that names none: `console` where lines begin with a prompt, `bash` where every line is a
 * command, `powershell` where every line is one of its commands, `json`, `yaml` and `sql` where it is such, else `text`. Commands with output among them and no prompt are `text`:
 * as `bash` the output would be run.
 */
export function guessLanguage(content: string): string {
  const lines = content.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return 'text';
  if (isJson(content)) return 'json';
  // A line that begins with "#" or ">" may as well be a comment or a quotation.
  const sure = lines.filter((line) => !/^\s*[#%>]/.test(line)).join('\n');
  if (hasPrompts(content, 'bash') || hasPrompts(sure, 'console')) return isOfProgram(lines) ? 'text' : 'console';
  const behindHashes = lines.map((line) => rootPrompt.exec(line)?.[1]);
  if (behindHashes.every((line) => line !== undefined && looksLikeCommand(line.slice(0, longest)))) return 'console';
  if (cmdlet.test(lines[0] ?? '') && lines.every((line) => cmdlet.test(line) || cmdletGoesOn.test(line)))
    return 'powershell';
  const commands = shellLines(commandOf(content, 'bash'));
  if (commands.length > 0 && commands.every(({ text }) => looksLikeCommand(text.slice(0, longest)))) return 'bash';
  if (isYaml(content, lines)) return 'yaml';
  return sql.test(content) && /\b(?:FROM|SET|VALUES|INTO|TABLE|INDEX)\b/i.test(content) ? 'sql' : 'text';
}

const anglePrompt = /^\s*>\s+/;

/** Whether prompts are those of a program, whose commands no shell knows: `> config get maxmemory`. */
function isOfProgram(lines: readonly string[]): boolean {
  const typed = lines.filter((line) => anglePrompt.test(line)).map((line) => line.replace(anglePrompt, ''));
  return typed.length === lines.length && !typed.some((line) => looksLikeCommand(line.slice(0, longest)));
}

/** Whether a text of no known language may yet be commands: each line is a row of bare words, and no sentence. */
export function mayBeCommands(content: string): boolean {
  const lines = content.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.some((line) => looksLikeCommand(line.slice(0, longest)))) return false;
  return lines.every(
    (line) =>
      /^\s*[a-z][\w./-]*(?:\s+[\w./:=@<>{}$"'-]+){0,7}$/.test(line) &&
      !/[.:]$|\s(?:the|that|is|are|was|of|to|an?)\s/.test(line),
  );
}

function isJson(content: string): boolean {
  if (!/^\s*[[{]/.test(content)) return false;
  try {
    JSON.parse(content);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Prose with a colon parses as YAML too: each line must have the form of a key, an item or a comment. */
function isYaml(content: string, lines: readonly string[]): boolean {
  const formed = lines.filter((line) => /^\s*(?:- ?)*(?:["']?[\w./$-]+["']?:(?:\s|$)|#|---$|\.\.\.$|- \S)/.test(line));
  const keys = lines.filter((line) => /^\s*(?:- )*["']?[\w./-]+["']?:(?:\s|$)/.test(line));
  if (keys.length < 2 || formed.length < lines.length * 0.8) return false;
  const parsed = parseDocument(content, { prettyErrors: false });
  return parsed.errors.length === 0 && (isMap(parsed.contents) || isSeq(parsed.contents));
}
