import { format } from 'node:util';

/**
 * Follows the tests that VS Code runs in a page: what they and VS Code log goes to this process's own streams. To be
 * called before the page goes to its address.
 * @returns a promise that settles with `{ code }` at the tests' end, with a `reason` too where they can't come to one
 */
export async function followAutomation(page) {
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
    stream.write(`${format(...args)}\n`);
  });
  let settle;
  const ended = new Promise((resolve) => (settle = resolve));
  await page.exposeFunction('codeAutomationExit', (code) => settle({ code }));
  page.on('crash', () => settle({ code: 1, reason: 'The browser page with VS Code crashed.' }));
  page.on('close', () => settle({ code: 1, reason: 'The browser with VS Code ended before the tests did.' }));
  return { ended };
}
