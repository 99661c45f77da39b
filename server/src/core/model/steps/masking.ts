import { hidden } from './resolution.ts';
import { secretLiterals } from './secrets.ts';

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
/** What programs print behind the name of a secret: `password: hunter2`, `API_KEY=…`, `"token": "…"`. */
const named =
  /((?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|auth[_-]?key|private[_-]?key|credentials?)(?:[_-]?(?:hash|value|data))?["']?\s*[:=]\s*)("[^"\n]*"|'[^'\n]*'|[^\s,;"'}\]]+)/gi;
const authorization = /(\bAuthorization:\s*(?:Bearer|Basic|Token)\s+)(\S+)/gi;
/** What stands there and is none: a variable, a place to fill in, a number, a word of the language. */
const harmless = /^["']?(?:[$<{[(•*]|\d{1,6}["']?$|(?:true|false|null|none|nil|undefined|yes|no)["']?$|["']?$)/i;

/** A text with its keys, tokens and passwords hidden. More is hidden than the linter reports: what is shared can't be taken back. */
export function masked(text: string): string {
  let plain = '';
  let position = 0;
  const whole = text.replace(privateKey, `${hidden} (private key)`);
  for (const { index, length } of secretLiterals(whole)) {
    plain += whole.slice(position, index) + hidden;
    position = index + length;
  }
  plain += whole.slice(position);
  return plain.replace(named, hide).replace(authorization, hide);
}

function hide(found: string, before: string, value: string): string {
  return harmless.test(value) ? found : `${before}${hidden}`;
}
