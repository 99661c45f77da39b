import { readFile } from 'node:fs/promises';

const copied = /\.\.\.context,\s*sliceSerialize: events\[index\]\[2\]\.sliceSerialize\s*\}/;
const copiedEach = new RegExp(`\\{\\s*${copied.source}`, 'g');

/**
 * The compiler of Markdown's tree makes each handler a copy of its context for each event, which takes a fifth of a parse on
 * Node 20. The copies for the events of one tokenizer are alike: one of them is enough.
 */
export const oneContext = {
  name: 'one-context',
  setup(build) {
    build.onLoad({ filter: /[\\/]mdast-util-from-markdown[\\/]lib[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const declared = 'events = prepared;';
      const places = code.match(copiedEach)?.length ?? 0;
      if (places !== 3 || code.split(declared).length !== 2)
        return {
          errors: [{ text: `${path} is another one than scripts/build/oneContext.mjs knows; mend or drop it.` }],
        };
      const contents = code.replaceAll(copiedEach, 'contextOf(events[index][2])').replace(
        declared,
        `${declared}
    let tokenizer;
    let shared;
    const contextOf = (one) => {
      if (one !== tokenizer) {
        tokenizer = one;
        shared = { ...context, sliceSerialize: one.sliceSerialize };
      }
      return shared;
    };`,
      );
      return { contents, loader: 'js' };
    });
  },
};
