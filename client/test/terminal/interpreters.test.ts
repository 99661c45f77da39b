import assert from 'node:assert/strict';
import { deliverAsFiles } from '../../src/terminal/delivery.ts';
import { languageOfProgram, missingProgram } from '../../src/terminal/interpreters.ts';
import type { Shell } from '../../src/terminal/shell.ts';

describe('A program for blocks that no shell reads', () => {
  const endings: readonly [language: string, text: string, ending: string][] = [
    ['python', 'print(1)', '.py'],
    ['js', 'console.log(1)', '.cjs'],
    ['js', "import { x } from 'y';", '.mjs'],
    ['javascript', 'await work();', '.mjs'],
    ['js', "const x = import('y');", '.cjs'],
    ['ts', 'let x: number;', '.ts'],
    ['go', 'package main', '.go'],
    ['c++', 'int main() {}', '.c'],
  ];
  for (const [language, text, ending] of endings) {
    it(`gets ${JSON.stringify(text)} in a file that ends in ${ending}`, () => {
      assert.equal(languageOfProgram('program', language, text).extension, ending);
    });
  }

  const lines: readonly [command: string, shell: Shell, line: string][] = [
    ['npx tsx', 'bash', "npx tsx '/tmp/1.block.ts'"],
    ['npx tsx', 'powershell', "& npx tsx '/tmp/1.block.ts'"],
    ['npx a,b @c', 'powershell', "& npx 'a,b' '@c' '/tmp/1.block.ts'"],
    ['npx tsx', 'cmd', 'call npx tsx "/tmp/1.block.ts"'],
    ['"/opt/my tools/run" --strict', 'fish', "'/opt/my tools/run' --strict '/tmp/1.block.ts'"],
    ['run;reboot', 'bash', "'run;reboot' '/tmp/1.block.ts'"],
  ];
  for (const [command, shell, line] of lines) {
    it(`${command} is started in ${shell}`, () => {
      const { files } = deliverAsFiles('let x;', languageOfProgram(command, 'ts', 'let x;'), shell, '/tmp/1');
      assert.ok(files[0]?.text.split(/\r?\n/).some((text) => text === line || text.startsWith(`${line} ||`)));
    });
  }

  it('is looked for where programs are', async () => {
    assert.equal(await missingProgram('node --version'), undefined);
    assert.equal(await missingProgram(process.execPath), undefined);
    assert.equal(await missingProgram('no-such-program -x'), 'no-such-program');
    assert.equal(await missingProgram('/no/such/program'), '/no/such/program');
  });
});
