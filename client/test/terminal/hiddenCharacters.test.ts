import assert from 'node:assert/strict';
import { hiddenCharacters } from '../../src/terminal/hiddenCharacters.ts';

describe('Characters that hide what a block does', () => {
  const hidden: readonly [string, string][] = [
    ['a bidi override', 'echo a\u202Eb'],
    ['a bidi isolate', 'echo a\u2066b'],
    ['a zero-width space', 'rm\u200B -rf'],
    ['a byte order mark', '\uFEFFecho'],
    ['a soft hyphen', 'echo\u00ADa'],
    ['an escape sequence', 'echo \u001B[8m'],
    ['a bell', 'echo \u0007'],
    ['a lone carriage return', 'rm x\recho'],
    ['a C1 control', 'echo \u009B31m'],
    ['a line separator', 'echo a\u2028rm'],
    ['a tag', 'echo a\u{E0041}'],
    ['a blank filler', 'echo \u3164'],
  ];
  for (const [name, block] of hidden) {
    it(`finds ${name}`, () => assert.match(hiddenCharacters(`true\n${block}`) ?? '', /Line 2 .*⟨U\+[0-9A-F]{4,6}⟩/));
  }

  const seen = ['echo a\tb\necho c', "echo 'Größe → 日本 🚀 ⚠️ 👩‍💻'", 'echo é'];
  for (const block of seen)
    it(`lets ${JSON.stringify(block)} be`, () => assert.equal(hiddenCharacters(block), undefined));
});
