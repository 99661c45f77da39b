/** The shells in which a block is run both ways: as a step, and as a script. */
export type StressShell = 'bash' | 'zsh' | 'dash' | 'fish';

/** A block as a runbook may have it. */
export interface StressBlock {
  readonly name: string;
  readonly code: string;
  readonly shells: readonly StressShell[];
  /** The language of its fence, where that is not the shell's own. */
  readonly language?: string;
  /** What the script is, where the fence holds more than what runs: prompts, output. */
  readonly script?: string;
  /** Which exit status a step has, where a script of that shell has another one. */
  readonly exitCode?: number;
}

const posix: readonly StressShell[] = ['bash', 'zsh', 'dash'];
const rich: readonly StressShell[] = ['bash', 'zsh'];
const every: readonly StressShell[] = [...posix, 'fish'];
const bash: readonly StressShell[] = ['bash'];
const zsh: readonly StressShell[] = ['zsh'];
const fish: readonly StressShell[] = ['fish'];

const lines = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

type Row = readonly [
  name: string,
  shells: readonly StressShell[],
  code: string,
  more?: Pick<StressBlock, 'language' | 'script' | 'exitCode'>,
];

const rows: readonly Row[] = [
  ['one word', every, 'true'],
  ['one word that fails', every, 'false'],
  ['words', every, 'echo one two  three'],
  ['single quotes', every, 'echo \'it is $HOME "quoted"\''],
  ['double quotes', every, 'echo "two  spaces"'],
  ['an apostrophe in double quotes', every, 'echo "it\'s"'],
  ['a quote that spans lines', every, "echo 'one\n  two\nthree'"],
  ['a quote with a backslash', posix, String.raw`printf '%s\n' 'a\b' "c\\d"`],
  ['a continuation', every, 'echo one \\\n  two \\\n  three'],
  ['a continuation within a word', posix, 'echo one\\\ntwo'],
  ['a continuation as in a call of curl', posix, 'printf \'%s\\n\' -X POST \\\n  -d \'{"a": false}\' \\\n  -H "b: c"'],
  ['a here-document', posix, 'NAME=x\ncat <<EOF\nname: $NAME\n  indented\nEOF'],
  ['a here-document without expansion', posix, "cat <<'EOF'\nname: $NAME `date`\nEOF"],
  ['a here-document with tabs', posix, 'cat <<-EOF\n\tone\n\ttwo\n\tEOF'],
  ['two here-documents', posix, 'cat <<A; cat <<B\none\nA\ntwo\nB'],
  ['a here-document in a pipe', posix, 'cat <<EOF | tr a-z A-Z\nloud\nEOF'],
  ['a here-string', rich, 'cat <<< "one two"'],
  ['a pipe', every, "printf 'b\\na\\n' | sort"],
  ['a pipe over lines', every, "printf 'b\\na\\n' |\n  sort |\n  head -n 1"],
  ['a pipe whose first part fails', posix, 'false | true'],
  ['a pipe whose last part fails', every, 'true | false'],
  ['a pipe that fails with pipefail', rich, 'set -o pipefail\nfalse | true'],
  ['and', every, 'true && echo yes'],
  ['or', every, 'false || echo no'],
  ['an and that fails', posix, 'false && echo never'],
  ['a test that fails at the end', posix, 'echo a\n[ a = b ]'],
  ['a sub-shell', posix, '(cd / && pwd; exit 3)'],
  ['a sub-shell that succeeds', posix, '(exit 3) || (echo caught)'],
  ['a group', posix, '{ echo one; echo two; }'],
  ['a substitution', posix, 'echo "$(echo inner)"'],
  ['backticks', posix, 'echo `echo inner`'],
  ['nested substitutions', posix, 'echo "$(echo "$(echo deep)")"'],
  ['arithmetic', posix, 'echo $((6 * 7))'],
  ['a variable', posix, 'A=1\nB="$A 2"\necho "$B"'],
  ['a default', posix, 'echo "${NOBODY_SETS_THIS:-default}"'],
  ['a function', posix, 'greet() {\n  echo "hello $1"\n}\ngreet you'],
  ['a function that fails', posix, 'broken() { return 5; }\nbroken'],
  ['a function that exits', posix, 'leave() { exit 6; }\nleave\necho never'],
  ['an array', rich, 'a=(one two "three four")\nprintf "%s\\n" "${a[@]}"'],
  ['a loop', posix, 'for i in 1 2 3; do\n  echo "$i"\ndone'],
  ['a loop that exits', posix, 'for i in 1 2 3; do\n  [ "$i" = 2 ] && exit 9\n  echo "$i"\ndone'],
  ['a while that reads', posix, 'printf \'a\\nb\\n\' | while read -r line; do echo "<$line>"; done'],
  ['a read from a here-document', posix, 'read -r line <<EOF\ntyped\nEOF\necho "$line"'],
  ['if', posix, 'if true; then\n  echo yes\nelse\n  echo no\nfi'],
  ['if without a branch taken', posix, 'if false; then\n  echo never\nfi'],
  ['case', posix, 'case abc in\n  a*) echo begins ;;\n  *) echo other ;;\nesac'],
  ['a bracket test', rich, '[[ abc == a* ]] && echo matches'],
  ['an exclamation mark', every, 'echo "deploy!now" hi!'],
  ['a negation', posix, '! false'],
  ['a negation that fails', posix, '! true'],
  ['a comment', every, '# a comment\necho one # another\n# the last'],
  ['a comment with an apostrophe', every, "# it's a comment\necho one"],
  ['only a comment', every, '# nothing to do'],
  ['CRLF', every, 'echo one\r\necho two\r\n'],
  ['a tab', every, "echo 'a\tb'\n\techo indented"],
  ['UTF-8', every, "echo 'Größe → 日本 🚀'"],
  ['UTF-8 over lines', every, "echo 'é'\necho 'ü ñ'"],
  ['exit', every, 'echo one\nexit 7\necho never'],
  ['exit 0', every, 'exit 0\nfalse'],
  ['exit without a status', posix, 'false\nexit'],
  ['exit in a condition', posix, 'if true; then exit 4; fi\necho never'],
  ['exit in a sub-shell', posix, '(exit 5)\necho "$?"'],
  ['exit in a substitution', posix, 'a=$(echo one; exit 3)\necho "$a $?"'],
  ['set -e', posix, 'set -e\necho one\nfalse\necho never'],
  ['set -e in a function', posix, 'set -e\nf() { false; echo never; }\nf\necho never'],
  ['set -e and a condition', posix, 'set -e\nif false; then :; fi\nfalse || true\necho reached'],
  [
    'set -eu with an unset variable',
    posix,
    'unset NOBODY_SETS_THIS\nset -eu\necho one\necho "$NOBODY_SETS_THIS"\necho never',
  ],
  [
    'set -u with an unset variable',
    posix,
    'unset NOBODY_SETS_THIS\nset -u\necho one\necho "$NOBODY_SETS_THIS"\necho never',
  ],
  ['set -euo pipefail', rich, 'set -euo pipefail\necho one\nfalse | cat\necho never'],
  ['set -e taken back', posix, 'set -e\nset +e\nfalse\necho reached'],
  [
    'set -eu taken back',
    rich,
    'unset NOBODY_SETS_THIS\nset -eu\necho one\nset +eu\nfalse\necho "reached $NOBODY_SETS_THIS"',
  ],
  ['set -x', rich, 'set -x\ntrue'],
  ['set --', posix, 'set -- a b c\necho "$# $2"'],
  ['a required variable', posix, ': "${NOBODY_SETS_THIS:?is required}"\necho never'],
  ['a command that is not there', every, 'no-such-command-anywhere'],
  ['a command that is not there in the middle', posix, 'no-such-command-anywhere\necho reached'],
  ['a syntax error', posix, ': never\nif true; then'],
  ['an unclosed quote', posix, 'echo "open'],
  ['a background job', posix, 'sleep 0.05 &\nwait\necho done'],
  ['a background job that fails', posix, 'sh -c "exit 3" &\nwait $!'],
  ['a trap', rich, 'trap "echo trapped" USR1\nkill -USR1 $$\ntrap - USR1\necho done'],
  ['exec', posix, 'echo one\nexec sh -c "echo replaced; exit 8"'],
  ['exec that redirects', posix, 'exec 3>&1\necho three >&3\nexec 3>&-'],
  ['return', ['zsh', 'dash', 'fish'], 'echo one\nreturn 4'],
  ['a long line', every, `echo ${'word '.repeat(400)}`],
  ['a very long line', posix, `echo ${'x'.repeat(7_500)} | wc -c`],
  ['500 lines', every, lines(500, (number) => `echo ${number}`)],
  ['500 lines and a failure', posix, `${lines(499, (number) => `: ${number}`)}\nsh -c 'exit 2'`],
  ['much output', every, 'seq 1 3000'],
  ['a globbing', posix, 'echo /et*'],
  ['a tilde', posix, '(cd ~ && pwd)'],
  ['braces', rich, 'echo {a,b}{1,2}'],
  ['process substitution', rich, 'cat <(echo inner)'],
  ['printf without a newline', every, 'printf abc'],
  ['escape sequences in the output', posix, String.raw`printf '\033[31mred\033[0m\n'`],
  ['an alias-like word', posix, 'command echo plain'],
  ['eval', posix, 'eval "echo evaluated; exit 3"\necho never'],
  ['a signal that ends it', posix, "sh -c 'kill -TERM $$'"],
  ['a status above 128', every, 'sh -c "exit 200"'],
  ['a status of 130', posix, 'sh -c "exit 130"'],
  ['semicolons', every, 'echo a; echo b; false; echo c'],
  ['blank lines', every, '\n\necho one\n\n\necho two\n\n'],
  ['prompts', posix, '$ echo one\none\n$ echo two\ntwo', { script: 'echo one\necho two' }],
  [
    'prompts and a continuation',
    posix,
    '$ echo one \\\n>   two\none two',
    { language: 'console', script: 'echo one \\\n  two' },
  ],
  ['a session of root', posix, '# echo one\none\n# false', { language: 'console', script: 'echo one\nfalse' }],
  [
    'a session with user and host',
    posix,
    'me@host:~$ echo one\none',
    { language: 'shell-session', script: 'echo one' },
  ],
  ['a bash array with gaps', bash, 'a[3]=x\na[7]=y\necho "${!a[@]}"'],
  ['a bash substitution in a variable', bash, 'v=abc\necho "${v^^} ${v/b/-}"'],
  ['a bash associative array', bash, 'declare -A m=([one]=1)\necho "${m[one]}"'],
  ['a bash trap on exit', bash, 'trap "echo left" EXIT\necho one\nexit 3'],
  ['a bash trap on error', bash, 'trap "echo wrong" ERR\nfalse\necho done'],
  ['bash mapfile', bash, 'mapfile -t rows < <(printf "a\\nb\\n")\necho "${#rows[@]} ${rows[1]}"'],
  ['a zsh array', zsh, 'a=(x y)\necho $a[2] ${#a}'],
  ['a zsh glob qualifier', zsh, 'print -l /et*(/N)'],
  ['a zsh anonymous function', zsh, '() { echo "in $1" } there'],
  ['a fish variable', fish, 'set a one two\necho $a[2] (count $a)'],
  ['a fish function', fish, 'function f\n  echo "in $argv[1]"\nend\nf there'],
  ['a fish loop', fish, 'for i in 1 2\n  echo $i\nend'],
  ['a fish condition', fish, 'if test a = b\n  echo yes\nelse\n  echo no\nend'],
  ['a fish test that fails at the end', fish, 'echo a\ntest a = b'],
  ['a fish and', fish, 'true; and echo yes'],
  ['a fish substitution', fish, 'echo (echo inner | string upper)'],
  ['a fish block', fish, 'begin\n  echo one\n  echo two\nend | sort -r'],
  ['a fish syntax error', fish, 'echo never\necho )', { exitCode: 1 }],
  ['a fish function that exits', fish, 'function leave\n  exit 6\nend\nleave\necho never'],
  ['a fish background job', fish, 'sleep 0.05 &\nwait\necho done'],
];

/** Each construct that shells have, as a block. */
export const stressBlocks: readonly StressBlock[] = rows.map(([name, shells, code, more]) => ({
  name,
  shells,
  code,
  ...more,
}));
