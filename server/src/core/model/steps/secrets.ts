/** A key, token or password that stands in the open. */
export interface SecretLiteral {
  readonly index: number;
  readonly length: number;
  /** What it is, with its article: "an AWS access key". */
  readonly name: string;
}

/** Forms that nothing but such a key has. */
const keys: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g, 'an AWS access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{40,}\b/g, 'a GitHub token'],
  [/\bglpat-[\w-]{20,}\b/g, 'a GitLab token'],
  [/\bxox[abeprs]-[\w-]{20,}/g, 'a Slack token'],
  [
    /https:\/\/hooks\.slack\.com\/services\/T\w{6,}\/B\w{6,}\/\w{16,}/g,
    'the address of a Slack webhook, which is its key',
  ],
  [/\b(?:sk|rk)_live_[A-Za-z0-9]{16,}\b/g, 'a Stripe key'],
  [/\bAIza[\w-]{35}\b/g, 'a Google API key'],
  [/\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}\b/g, 'an API key'],
  [/\bnpm_[A-Za-z0-9]{36}\b/g, 'an npm token'],
  [/\bdckr_[a-z]{2,4}_[\w-]{20,}/g, 'a Docker token'],
  [/(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g, 'an Azure client secret'],
  [/\bSG\.[\w-]{20,}\.[\w-]{20,}\b/g, 'a SendGrid key'],
  [/\bhv[sb]\.[\w-]{24,}\b/g, 'a Vault token'],
  [/\bdop_v1_[a-f0-9]{64}\b/g, 'a DigitalOcean token'],
  [/\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/g, 'an age key'],
  [/-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----/g, 'a private key'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g, 'a signed token (JWT)'],
];

const secretName = String.raw`(?:[\w-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|credentials?))`;
const literal = String.raw`(?:(["'])((?:(?!\1)[^\s\\]){6,})\1|()([^\s"'|;&)\\]{6,}))`;
/** Places in a command where a password stands; the last group is the password. Where what it is depends on its name, none is given. */
const places: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`(?:^|[\s;(])(?:export\s+)?${secretName}=${literal}`, 'gdi'), ''],
  [new RegExp(String.raw`(?:^|\s)--?${secretName}[=\s]\s*${literal}`, 'gdi'), ''],
  [new RegExp(String.raw`["']?\b${secretName}["']?\s*:\s*(["'])([^\s"'|;&)\\]{6,})\1`, 'gdi'), ''],
  [/\bAuthorization:\s*(?:Bearer|Basic|Token)\s+()([\w.~+/=-]{12,})/dgi, 'a token'],
  [/\bcurl\b.*?\s(?:-u|--user)[=\s]?\s*(["']?)[\w.@-]+:([^\s"':]{6,})\1/dg, 'a password'],
  [/\b(?:mysql|mysqldump|mariadb|sshpass)\b.*?\s-p()(?!\s)(["']?[^\s"'|;&]{6,})/dg, 'a password'],
  [/\b(?:redis-cli\b.*?\s-a|sshpass\s+-p|ldap\w+\b.*?\s-w)\s+(["']?)([^\s"'|;&]{6,})/dg, 'a password'],
  [
    /\b(?:docker|podman|helm|az|oras|crane|skopeo|buildah|cf|oc)\b[^|;]*?\slogin\b[^|;]*?\s-p[=\s]\s*(["']?)([^\s"'|;&]{6,})/dg,
    'a password',
  ],
  [/\b[a-z][a-z+]{2,}:\/\/[\w.%-]*:()([^\s"'@/:<>{}$]{6,})@[\w.-]+/dgi, 'a password in an address'],
];
/** What stands where a password would and is none. */
const placeholder =
  /^[<$({[*`%@]|[<>{}$*…]|\.\.\.|^(.)\1+$|x{3,}|^-|^\/|^\.|^~|^(?:true|false|null|none|yes|no|stdin|file|env|literal)$|your|example|sample|dummy|placeholder|replace|change.?me|redacted|hidden|masked|secret$|^secrets?\b|password|passwd|token$|^token|^my[-_]?|^the[-_]|here$|^some[-_]?|^foo|^bar|^test\b|abc123|123456|qwerty|^[a-z]+$|^[a-z]+(?:[-_.][a-z]+)+(?:\.(?:txt|json|ya?ml|env|pem|key))?$|\.(?:txt|json|ya?ml|env|pem|key|crt)$/i;
/** `YOUR_PASSWORD_1`: the name of a variable or of a place to fill in. */
const constant = /^[A-Z][A-Z\d]*(?:[_-][A-Z\d]+)+$/;

/** What stands further behind in a line is data that no person wrote. */
const longest = 4000;

/** The keys, tokens and passwords of a text. */
export function secretLiterals(text: string): SecretLiteral[] {
  const found: SecretLiteral[] = [];
  let position = 0;
  for (const line of text.split('\n')) {
    for (const secret of secretsOfLine(line.slice(0, longest)))
      found.push({ ...secret, index: position + secret.index });
    position += line.length + 1;
  }
  return found;
}

/** Without one of these a text has no such key, which is told at once. */
const keyHint =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|hooks\.slack\.com|_live_|AIza|\bsk-|npm_|dckr_|\bSG\.|\bhv[sb]\.|dop_v1_|AGE-SECRET|PRIVATE KEY|eyJ/;

/** The keys and tokens of a text that is no command: only what has a form that nothing else has. */
export function keyLiterals(text: string): readonly SecretLiteral[] {
  if (!keyHint.test(text)) return [];
  return keys.flatMap(([pattern, name]) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => !isSpecimen(words))
      .map(({ index, 0: { length } }) => ({ index, length, name })),
  );
}

function isSpecimen(words: string): boolean {
  return /EXAMPLE|X{6}|0{8}|1234567890/.test(words);
}

function secretsOfLine(text: string): SecretLiteral[] {
  const found: SecretLiteral[] = [];
  const add = (index: number, length: number, name: string): void => {
    if (!found.some((other) => index < other.index + other.length && other.index < index + length))
      found.push({ index, length, name });
  };
  for (const [pattern, name] of keys) {
    for (const match of text.matchAll(pattern)) {
      if (!isSpecimen(match[0])) add(match.index, match[0].length, name);
    }
  }
  for (const [pattern, name] of places) {
    for (const match of text.matchAll(pattern)) {
      const place = match.indices?.slice(1).findLast((group) => group !== undefined && group[1] > group[0]);
      if (place && looksSecret(text.slice(...place)))
        add(place[0], place[1] - place[0], name || nameBefore(text.slice(match.index, place[0])));
    }
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** What a secret is by the name that it is given. */
function nameBefore(words: string): string {
  if (/passw(?:or)?d|passphrase|pwd/i.test(words)) return 'a password';
  if (/private[_-]?key/i.test(words)) return 'a private key';
  if (/key/i.test(words)) return 'a key';
  return /token/i.test(words) ? 'a token' : 'a secret';
}

/** Whether a word may be a password: the same, and no date, version, path, algorithm or length either. */
export function looksStated(word: string): boolean {
  if (placeholder.test(word) || constant.test(word) || !/[A-Za-z]/.test(word)) return false;
  if (
    /[/\\]|^v?\d+(?:\.\d+)+|^\d+[a-z-]+$|^(?:sha|md|aes|rsa|base|utf|oauth|bcrypt|argon|tls|ssl)-?\d|keepass|vault|lastpass|bitwarden/i.test(
      word,
    )
  )
    return false;
  return /\d/.test(word) || /[!#%&+?^]./.test(word);
}

/** A word of the language, a variable or a name is no password that somebody means to keep. */
function looksSecret(word: string): boolean {
  return !placeholder.test(word) && !constant.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word);
}
