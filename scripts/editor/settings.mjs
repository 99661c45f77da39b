import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a person sees at the first start without these is about VS Code, not about our documents. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A folder opens in Restricted Mode without the question whether it is trusted. */
export const restricted = { 'security.workspace.trust.startupPrompt': 'never' };

/** Writes the person's settings of a VS Code data folder, unless it has some already. */
export async function writeSettings(data, settings = {}) {
  const file = join(data, 'User', 'settings.json');
  if (existsSync(file)) return;
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...calmSettings, ...settings }, null, 2)}\n`);
}
