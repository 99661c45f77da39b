import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * What of `code`'s command line matters for a test run; flags for desktop windows are passed over.
 * @returns `{ folder, extension, tests, userData, extensions, trusted }`
 * @throws {Error} with a sentence for the person, where folder, extension or tests are missing.
 */
export function readCodeArguments(given) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    args: given,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
      'user-data-dir': text,
      'extensions-dir': text,
      'disable-workspace-trust': { type: 'boolean' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  if (extension === undefined) throw new Error('Which extension? Give --extensionDevelopmentPath=FOLDER.');
  if (tests === undefined) throw new Error('Which tests? Give --extensionTestsPath=MODULE.');
  if (positionals.length !== 1) throw new Error(`Give one folder to open, and not ${positionals.length}.`);
  return {
    folder: resolve(positionals[0]),
    extension: resolve(extension),
    tests: resolve(tests),
    userData: values['user-data-dir'],
    extensions: values['extensions-dir'],
    trusted: values['disable-workspace-trust'] === true,
  };
}
