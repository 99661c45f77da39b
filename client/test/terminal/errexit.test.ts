import assert from 'node:assert/strict';
import { withoutErrexit } from '../../src/terminal/errexit.ts';

describe('Errexit in a block for zsh', () => {
  const cases: readonly [line: string, told: string][] = [
    ['set -eu', 'set -u; __incident_docs_errexit=1'],
    ['set -euo pipefail', 'set -uo pipefail; __incident_docs_errexit=1'],
    ['  set -o errexit -o nounset # strict', '  set -o nounset; __incident_docs_errexit=1 # strict'],
    ['set -e', '__incident_docs_errexit=1'],
    ['set +eu', 'set +u; __incident_docs_errexit=0'],
    ['set -u', 'set -u'],
    ['set -- -e', 'set -- -e'],
    ['echo set -e', 'echo set -e'],
  ];
  for (const [line, told] of cases) {
    it(`${line} is told to the script`, () => assert.equal(withoutErrexit(`set -u\n${line}`), `set -u\n${told}`));
  }

  it('stays where no error of the shell can end it', () =>
    assert.equal(withoutErrexit('set -e\nfalse'), 'set -e\nfalse'));
  it('stays beside a here-document, whose lines are data', () => {
    const block = 'cat > x.sh <<EOF\nset -eu\nEOF';
    assert.equal(withoutErrexit(block), block);
  });
});
