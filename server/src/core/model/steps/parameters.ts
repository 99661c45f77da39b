import type { Span } from '../../text/span.ts';
import { dialectOf, type Dialect } from './dialects.ts';
import { isAmbient } from './environment.ts';
import { isShell } from './languages.ts';
import { shellPlaces } from './places.ts';
import type { ShellPlace } from './shellPlace.ts';

/** What a person must fill in before a block can run. */
export interface StepParameter {
  /** As it is written: `pod` of `<pod>`, `POD` of `$POD`. */
  readonly name: string;
  /** Where the command has it, in order; at least one of them is no comment. */
  readonly uses: readonly ParameterUse[];
}

/** A place at which a command needs a value. */
export interface ParameterUse {
  /** `variable` where the shell itself puts the value there; at the others the text is replaced. */
  readonly style: 'angles' | 'braces' | 'constant' | 'variable';
  /** In the command. */
  readonly span: Span;
  readonly place: ShellPlace;
}

interface Candidate {
  readonly name: string;
  readonly style: ParameterUse['style'];
  readonly span: Span;
  /** Whether the command says itself what holds where nobody gives a value: `${POD:-web-1}`. */
  readonly hasFallback: boolean;
  /** Whether it stands in single braces, which many tools have for something of their own. */
  readonly isUncertain: boolean;
}

/** What is known of a document's parameters before its blocks are read. */
export interface Known {
  /** The variables that this block or one before it sets. */
  readonly assigned: ReadonlySet<string>;
  /** Whether one of them loads variables from elsewhere: then only what is declared is known to be missing. */
  readonly isLoaded?: boolean;
  /** Whether the document declares a parameter. */
  readonly isDeclared: (name: string) => boolean;
}

const angled = /(?<![<\\])<([A-Za-z][\w.-]*(?: [\w.-]+){0,7})>/g;
const braced = /(?<![{\\$])\{\{[ \t]*([A-Za-z_][\w-]*)[ \t]*\}\}(?!\})/g;
/** `{cluster}`; not `${X}`, `%{http_code}`, `HEAD@{upstream}`, `up{job}`, `{fd}>`. */
const curly = /(?<![{\\$@%#\w])\{([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3})\}(?![}<>])/g;
/** Tools that have braces of their own, and the words of their programs. */
const readsBraces =
  /\b(?:[gmn]?awk|jq|yq|sed|perl|xargs|parallel|jsonpath|go-?template|python3?|ruby|node|logcli|promtool)\b|--(?:format|template|replace)\b/;
const constant = /(?<![\w$%<{-])(?:(?:YOUR|MY)_[A-Z][A-Z0-9_]*|[A-Z]+(?:-[A-Z]+)*-(?:NAME|ID))\b(?!-|\s*:)/g;
const variables: Readonly<Record<Dialect, RegExp>> = {
  posix: /(?<!\\)\$(?:\{([A-Za-z_]\w*)(\}|:?[-=+])?|([A-Za-z_]\w*))/g,
  fish: /(?<!\\)\$()()([A-Za-z_]\w*)/g,
  powershell: /(?<!`)\$(?:\{(?:env:)?([A-Za-z_]\w*)(\})|(?:env:)?([A-Za-z_]\w*)\b(?!:\w))/gi,
  cmd: /(?<!%)%()()([A-Za-z_]\w*)%/g,
};
/** What tools print for nothing, and the tags that are never closed. */
const noName = /^(?:none|nil|null|unknown|unset|pending|invalid|no value|br|hr|img|EOF)$/i;
/** A script tells how it is called: `echo "Usage: $0 <pod> <node>"`. */
const usageLine = /\$0(?:[ \t]+<[^<>\n]+>)*[ \t]+$/;
/** Words that Go templates and their like have of their own. */
const templateWord =
  /^(?:end|else|nil|true|false|break|continue|range|if|with|block|define|template|now|raw|endraw|endif|endfor)$/;

/** What a person must fill in before a block can run: `<pod>`, `{{pod}}`, `{pod}`, `YOUR_POD`, and `$POD` where nothing sets it. */
export function parametersOf(
  command: string,
  language: string,
  { assigned, isLoaded = false, isDeclared }: Known,
): StepParameter[] {
  const runs = isShell(language);
  const dialect = dialectOf(language);
  const sets = setIn(language, assigned);
  const candidates = candidatesIn(command, dialect, runs).filter(
    ({ name, style }) => style === 'braces' || style === 'angles' || !sets(name),
  );
  const places = shellPlaces(
    command,
    candidates.map(({ span }) => span),
    dialect,
  );
  const found = new Map<string, ParameterUse[]>();
  for (const [index, { name, style, span, hasFallback, isUncertain }] of candidates.entries()) {
    const read = places[index];
    if (!read) continue;
    // What a language that is no shell makes of a place is not known.
    const place: ShellPlace = runs ? read : { ...read, quoting: 'other', rereadBy: undefined };
    if (isUncertain && place.quoting !== 'none' && place.quoting !== 'double' && !isDeclared(name)) continue;
    if (style === 'variable' && !isDeclared(name)) {
      if (!runs && !/^[A-Z]/.test(name)) continue;
      if (isLoaded || hasFallback || name.length < 2 || isAmbient(name) || !isExpanded(place)) continue;
    }
    const uses = found.get(name) ?? [];
    uses.push({ style, span, place });
    found.set(name, uses);
  }
  return [...found]
    .filter(([, uses]) => uses.some(({ place }) => place.quoting !== 'comment'))
    .map(([name, uses]) => ({ name, uses }));
}

/** The names of all in a block that looks like a parameter, whatever is known of it. */
export function parameterNamesIn(command: string, language: string): readonly string[] {
  return candidatesIn(command, dialectOf(language), isShell(language)).map(({ name }) => name);
}

/** Whether the shell that reads the block puts a variable's value at a place. */
export function isExpanded({ quoting }: ShellPlace): boolean {
  return quoting !== 'single' && quoting !== 'literal-heredoc' && quoting !== 'comment';
}

/** All that looks like a parameter, in order and without overlaps. */
function candidatesIn(command: string, dialect: Dialect, runs: boolean): Candidate[] {
  const found: Candidate[] = [];
  const add = (
    match: RegExpExecArray,
    name: string,
    style: ParameterUse['style'],
    hasFallback = false,
    isUncertain = false,
  ): void => {
    const whole = hasFallback ? match[0].replace(/:?[-=+]$/, '') : match[0];
    found.push({
      name,
      style,
      span: { start: match.index, end: match.index + whole.length },
      hasFallback,
      isUncertain,
    });
  };
  if (command.includes('<'))
    for (const match of command.matchAll(angled)) {
      const [, name = ''] = match;
      if (noName.test(name) || command.includes(`</${name}>`) || usageLine.test(command.slice(0, match.index)))
        continue;
      add(match, name, 'angles');
    }
  if (command.includes('{{'))
    for (const match of command.matchAll(braced)) {
      const [, name = ''] = match;
      if (!templateWord.test(name)) add(match, name, 'braces');
    }
  if (runs && (dialect === 'posix' || dialect === 'fish'))
    for (const match of command.matchAll(curly)) {
      const [, name = ''] = match;
      if (!templateWord.test(name) && !readsBraces.test(lineAround(command, match.index)))
        add(match, name, 'braces', false, true);
    }
  for (const match of command.matchAll(constant)) add(match, match[0], 'constant');
  for (const match of command.matchAll(variables[runs ? dialect : 'posix'])) {
    const [, inBraces = '', closing = '', bare = ''] = match;
    add(match, inBraces || bare, 'variable', /[-=+]/.test(closing));
  }
  const sorted = found.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** The line in which a place lies. */
function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
}

/** Tells of a name whether it is among the variables that are set, as the language of a block compares names. */
export function setIn(language: string, names: ReadonlySet<string>): (name: string) => boolean {
  if (dialectOf(language) !== 'powershell') return (name) => names.has(name);
  const lower = new Set([...names].map((name) => name.toLowerCase()));
  return (name) => lower.has(name.toLowerCase());
}
