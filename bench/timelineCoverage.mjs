// Bundles and runs the coverage of real timelines: node bench/timelineCoverage.mjs [FILTER] [--entries]
import { build } from 'esbuild';

const outfile = 'out/bench/timelineCoverage.cjs';
await build({
  entryPoints: ['bench/timelineCoverage.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
await import(`../${outfile}`);
