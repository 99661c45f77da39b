/** Leaves modules that are imported only when they are needed to bundles of their own: `{ './program.ts': './cliProgram.js' }`. */
export function elsewhere(bundles) {
  return {
    name: 'elsewhere',
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind === 'dynamic-import' && path in bundles ? { path: bundles[path], external: true } : undefined,
      );
    },
  };
}
