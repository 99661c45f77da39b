import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The address at which a served VS Code shows a folder.
 * @param file a file that is open at first
 * @param extension folder of an extension under development, loaded beside the installed ones
 * @param tests the module whose `run` VS Code calls, and after which it ends
 */
export function workbenchAddress({ port, folder, file, extension, tests }) {
  const authority = `localhost:${port}`;
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload = [['skipWelcome', 'true']];
  if (file !== undefined) payload.push(['openFile', remote(file)]);
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
