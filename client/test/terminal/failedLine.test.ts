import assert from 'node:assert/strict';
import { failedLine } from '../../src/terminal/failedLine.ts';

const path = '/tmp/incident-docs-step-1-abc/1.block.sh';

describe('The line at which a block failed', () => {
  const cases: readonly [what: string, block: string, marked: string, output: string, line: number | undefined][] = [
    ['is the last one that the shell tells', 'true\nfalse', '1 2', '', 2],
    ['is one in the middle where it ended the block there', 'set -e\nfalse\ntrue', '1 2!', '', 2],
    ['is not one in the middle where the block went on', 'false\n[ a = b ] && true', '1 1', '', undefined],
    ['may be followed by what closes it', 'for i in 1; do\n  false\ndone # all', '1 2', '', 2],
    ['may be continued', 'curl \\\n  -f x', '22 1', '', 1],
    ['is nowhere in a shell that tells none', 'true\nfalse', '1 ', '', undefined],
    ['is the one of a message of bash', 'a\nb\nc', '127 ', `${path}: line 2: b: command not found\r\n`, 2],
    ['is the one of a message of zsh', 'a\nb\nc', '', `${path}:3: parse error near 'c'`, 3],
    ['is the one of a message of fish', 'a\nb\nc', '', `${path} (line 2): Missing end`, 2],
    ['is the one of a message of dash', 'a\nb\nc', '', `${path}: 3: c: not found`, 3],
    ['is the last one of a Python traceback', 'a\nb\nc', '', `File "${path}", line 1, in f\nFile "${path}", line 3`, 3],
    ['is none past the end of the block', 'a', '1 7!', `${path}: line 9: x`, undefined],
  ];
  for (const [what, block, marked, output, line] of cases) {
    it(what, () => assert.equal(failedLine(block, path, marked, output), line));
  }
});
