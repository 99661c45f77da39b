import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Data, type Processor } from 'unified';
import type { Root } from 'mdast';

/** Parses a text into its tree. */
export type Parse = (text: string) => Root;

/**
 * Constructs of GitHub's grammar that make the parser stop at nearly every letter or look at each line twice: a quarter of
 * its time. Each has a sign that stands wherever the construct could match; a text without it has the same tree without it.
 */
const costly: readonly { readonly name: string; readonly sign: RegExp }[] = [
  { name: 'emailAutolink', sign: /[\w.+-]@[\w.-]/ },
  { name: 'protocolAutolink', sign: /https?:\/\//i },
  { name: 'wwwAutolink', sign: /www\./i },
  { name: 'table', sign: /\||:-|-:/ },
];

/** Parsers with each choice of the costly constructs; a parser's index has a bit for each that it leaves out. */
const parsers: readonly Parse[] = Array.from({ length: 2 ** costly.length }, (_, choice) =>
  parserWithout(new Set(costly.flatMap(({ name }, index) => (choice & (1 << index) ? [name] : [])))),
);

/** The parser with all constructs, whatever the text. */
export const parseWithAll: Parse = parserWithout(new Set());

/** The parser with no more than a text can need: its tree is that of `parseWithAll`. */
export function parserFor(text: string): Parse {
  const choice = costly.reduce((sum, { sign }, index) => (sign.test(text) ? sum : sum + (1 << index)), 0);
  return parsers[choice] ?? parseWithAll;
}

function parserWithout(names: ReadonlySet<string>): Parse {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .use(withoutGuessedLinks)
    .use(withoutConstructs, names)
    .freeze();
  return (text) => processor.parse(text);
}

/**
 * GitHub's extension looks a second time, after parsing, for addresses that its grammar has missed, and puts nodes without
 * a place in the tree for them and for the text around. Nothing here needs those links, and everything needs the places.
 */
function withoutGuessedLinks(this: Processor): void {
  for (const extension of (this.data().fromMarkdownExtensions ?? []).flat()) extension.transforms = [];
}

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Syntax['text']>;

function withoutConstructs(this: Processor, names: ReadonlySet<string>): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((syntax): Syntax => ({
    ...syntax,
    text: without(syntax.text ?? {}, names),
    flow: without(syntax.flow ?? {}, names),
  }));
}

/** Constructs by the characters that they begin with, some left out. */
function without(constructs: Constructs, names: ReadonlySet<string>): Constructs {
  return Object.fromEntries(
    Object.entries(constructs).flatMap(([code, some]) => {
      const rest = [some ?? []].flat().filter(({ name }) => name === undefined || !names.has(name));
      return rest.length > 0 ? [[code, rest]] : [];
    }),
  );
}
