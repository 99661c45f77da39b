// How often each rule is right on real documents, by the judgements kept in bench/precision/judged:
//   node bench/precision.mjs [table]                       the table; ends with 1 where a warning or an error misses the goal
//   node bench/precision.mjs sample [RULE…]                the samples, to read beside their documents
//   node bench/precision.mjs judge RULE right 1-7,9        what a reader says of numbers of the last sample
//   node bench/precision.mjs judge RULE wrong 8 "why"
// SEED=2 draws another sample. The documents are those of INCIDENT_DOCS_CORPUS.
import { build } from 'esbuild';
import { embedMarkdown } from '../scripts/build/embedMarkdown.mjs';

const outfile = 'out/bench/precision.mjs';
await build({
  entryPoints: ['bench/precision/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
  plugins: [embedMarkdown],
});
await import(`../${outfile}`);
