import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert as assertProperty, constantFrom, property, string } from 'fast-check';
import { parametersOf } from '../../../src/core/model/steps/parameters.ts';
import { resolveCommand, type Answer } from '../../../src/core/model/steps/resolution.ts';

/** Values that mean something to a shell wherever one lets them. */
const hostile = [
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned',
  '| touch pwned',
  '&& touch pwned &',
  '\ntouch pwned\n',
  "'; touch pwned; '",
  '"; touch pwned; "',
  '\'"$(touch pwned)"\'',
  'a[$(touch pwned)]',
  '${IFS}touch${IFS}pwned',
  '(touch pwned)',
  '>pwned',
  '<(touch pwned)',
  '\\',
  "\\'",
  "a'b",
  'a"b',
  'a\\',
  '!!',
  '!touch',
  '#no comment',
  '~root',
  '=ls',
  '*',
  '?*[a]',
  '{a,b}',
  'a,b',
  ' two  words ',
  '\ttab',
  'a\nb',
  'ends\n',
  '%s%d%n',
  '$HOME',
  '$POD',
  '-rf',
  '--help',
  '-',
  'Größe→日本🚀',
  "'\\''",
  '\u2018curly\u2019',
  'EOF',
  'web-1',
  'a/b:c@d.e+f%g=h',
];

/** Commands with the words that `argv` must get for a value. */
type Template = readonly [command: string, words: (value: string) => readonly string[]];
const everywhere: readonly Template[] = [
  ['argv <pod>', (value) => [value]],
  ['argv pod/<pod>/x', (value) => [`pod/${value}/x`]],
  ['argv --pod={{pod}}', (value) => [`--pod=${value}`]],
  ['argv "<pod>" after', (value) => [value, 'after']],
  ["argv 'in <pod> it'", (value) => [`in ${value} it`]],
  ['argv YOUR_POD YOUR_POD', (value) => [value, value]],
  ['argv "$POD"', (value) => [value]],
  ['argv $POD after', (value) => [value, 'after']],
  ['argv pod/$POD "a $POD b"', (value) => [`pod/${value}`, `a ${value} b`]],
  ['argv "x$<pod>"', (value) => [`x$${value}`]],
  ['argv \\\n  <pod> # <pod>', (value) => [value]],
];
const inPosix: readonly Template[] = [
  ['X=<pod>; argv "$X"', (value) => [value]],
  ['X=$POD; argv "$X"', (value) => [value]],
  ['X=a argv ${POD}', (value) => [value]],
  ['argv "$(printf %s <pod>; echo .)"', (value) => [`${value}.`]],
  ['argv `printf %s x<pod>`', (value) => [`x${value}`]],
  ['argv "$(cat <<EOF\nin <pod> $POD\nEOF\n)"', (value) => [`in ${value} ${value}`.replace(/\n+$/, '')]],
  ['argv "$(cat <<\'EOF\'\nin <pod>\nEOF\n)"', (value) => [`in ${value}`]],
  ['eval "argv <pod>"', (value) => [value]],
  ['sh -c "argv $POD"', (value) => [value]],
  ["sh -c 'argv <pod>'", (value) => [value]],
  ['printf "argv x%s" "<pod>" | sh', (value) => [`x${value}`]],
  ['case <pod> in "$POD") argv same;; *) argv other;; esac', () => ['same']],
];
const shells = [
  { program: 'bash', splits: true, dialect: 'posix', templates: [...everywhere, ...inPosix] },
  { program: 'dash', splits: true, dialect: 'posix', templates: [...everywhere, ...inPosix] },
  { program: 'zsh', splits: false, dialect: 'posix', templates: [...everywhere, ...inPosix] },
  { program: 'fish', splits: false, dialect: 'fish', templates: everywhere },
] as const;

/** `argv` without a program's start, which takes the most time of all. */
const printing = {
  posix: `argv() { printf '%s\\0' "$@"; printf '\\001'; }`,
  fish: `function argv; printf '%s\\0' $argv; printf '\\001'; end`,
} as const;

describe('A value in a real shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'incident-docs-values-'));
  const programs = join(folder, 'programs');
  const place = join(folder, 'place');
  const script = join(folder, 'script');

  before(() => {
    spawnSync('mkdir', [programs, place]);
    writeFileSync(
      join(programs, 'argv'),
      '#!/bin/sh\nfor word in "$@"; do printf "%s\\0" "$word"; done\nprintf "\\001"\n',
    );
    chmodSync(join(programs, 'argv'), 0o755);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Runs all the commands that take a value, each with its own words; gives how many did. */
  function check(
    { program, splits, dialect, templates }: (typeof shells)[number],
    value: string,
    answer: Answer,
  ): number {
    const language = dialect === 'fish' ? 'fish' : 'bash';
    const readers = { block: dialect, splits, environment: dialect } as const;
    const lines: string[] = [];
    const expected: (readonly [command: string, words: readonly string[]])[] = [];
    const environment: Record<string, string> = { PATH: `${programs}:/usr/bin:/bin`, HOME: folder, LC_ALL: 'C.UTF-8' };
    for (const [command, words] of templates) {
      const known = { assigned: new Set(['X']), isDeclared: () => false };
      const parameters = parametersOf(command, language, known);
      const resolved = resolveCommand({ command, parameters }, [], new Map([['pod', answer]]), readers, () => true);
      if ('reason' in resolved) {
        assert.match(resolved.reason, /"(?:pod|POD|YOUR_POD)"/);
        continue;
      }
      if (resolved.demands.some(({ pattern }) => !new RegExp(pattern, 'u').test(value))) continue;
      Object.assign(environment, Object.fromEntries(resolved.environment));
      for (const variable of resolved.secrets.keys()) environment[variable] = value;
      if ('secret' in answer && value.length > 4)
        assert.ok(!resolved.command.includes(value) && !resolved.shown.includes(value));
      lines.push(resolved.command);
      expected.push([command, words(value)]);
    }
    writeFileSync(script, [printing[dialect], ...lines].join('\n'));
    const { stdout, stderr } = spawnSync(program, [script], { cwd: place, env: environment, encoding: 'utf8' });
    const got = stdout.split('\u0001').slice(0, -1);
    const seen = got.map((words, index) => [expected[index]?.[0], words.split('\0').slice(0, -1)]);
    assert.deepEqual(seen, expected, stderr);
    assert.deepEqual(readdirSync(place), [], 'something of the value was executed');
    return lines.length;
  }

  for (const shell of shells) {
    it(`is one word and never a command in ${shell.program}`, () => {
      for (const value of hostile) {
        assert.ok(check(shell, value, { value }) > 0, `nothing takes ${JSON.stringify(value)}`);
        assert.ok(check(shell, value, { secret: true }) > 0, `nothing takes the secret ${JSON.stringify(value)}`);
      }
    });

    it(`is as it was given in ${shell.program}, whatever it is`, () => {
      const character = constantFrom(...'ab1 \t\n\'"`$(){}[]<>|&;#*?~!\\/-=%^,:@é'.split(''));
      assertProperty(
        property(string({ unit: character, minLength: 1, maxLength: 12 }), (value) => {
          check(shell, value, { value });
          check(shell, value, { secret: true });
        }),
        { numRuns: 20 },
      );
    });
  }
});
