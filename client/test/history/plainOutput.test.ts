import assert from 'node:assert/strict';
import { plainOutput, shortenedOutput } from '../../src/history/plainOutput.ts';

const ESC = '\u001B';

describe('The output of a step as it goes into a document', () => {
  const outputs: readonly (readonly [name: string, raw: string, plain: string])[] = [
    ['colours', `${ESC}[1;31mred${ESC}[0m\r\n`, 'red'],
    ['titles and marks of the shell', `${ESC}]0;title\u0007${ESC}]633;C${ESC}\\one\r\n${ESC}]633;D;0\u0007`, 'one'],
    ['device strings', `${ESC}P+q544e${ESC}\\one`, 'one'],
    ['modes', `${ESC}[?2004hone${ESC}[?2004l${ESC}(B`, 'one'],
    ['progress on one line', 'a 1%\ra 50%\ra 100%\r\ndone\r\n', 'a 100%\ndone'],
    ['backspaces', 'pax\b\bbcd\r\n', 'pbcd'],
    ['bells', 'one\u0007two', 'onetwo'],
    ['what is not seen', 'a\u202Eb\u200B', 'a⟨U+202E⟩b⟨U+200B⟩'],
    ['the block shown before it', `${ESC}[2mecho one\r\necho two${ESC}[0m\r\none\r\ntwo\r\n`, 'one\ntwo'],
  ];
  for (const [name, raw, plain] of outputs)
    it(`is rid of ${name}`, () => assert.equal(plainOutput(raw, 'echo one\necho two'), plain));

  it('loses its middle, and the ends of long lines', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index}`);
    const short = shortenedOutput(lines.join('\n')).split('\n');
    assert.equal(short.length, 61);
    assert.deepEqual([short[0], short[25], short.at(-1)], ['line 0', '… 440 lines left out …', 'line 499']);
    assert.equal(shortenedOutput('x'.repeat(1000)).length, 300);
  });
});
