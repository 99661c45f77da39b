/** A word that every shell reads alike, and the same typed as in a file: no history, completion, comment or open quote in it. */
const word = String.raw`(?:[\w./:@%+,=-]|\$[A-Za-z_]\w*|'[^'!\\\t\n]*'|"[^"!\\` + '`' + String.raw`$\t\n]*")+`;
const line = new RegExp(String.raw`^${word}(?: *(?:\|\||&&|[|;>]) *${word}| +${word})*$`);

/** Words that open a construct, end the shell or set what has to be put back; a value set in front is no command in fish. */
const special =
  /^[A-Za-z_]\w*=|(?:^|[\s|;&])(?:if|for|while|until|case|select|function|begin|switch|coproc|time|exit|exec|logout|return|set|setopt|shopt|trap|source|eval|\.)(?=$|[\s|;&])/;

/** Longest line that is typed as it is, in UTF-16 code units; some shells' input ends at 1,024. */
const longest = 500;

/** Whether a block is one simple line that can be typed into any shell as it is. */
export function isPlain(block: string): boolean {
  const text = block.trim();
  return text.length <= longest && line.test(text) && !special.test(text);
}
