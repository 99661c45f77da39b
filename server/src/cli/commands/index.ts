import { actions } from './actions.ts';
import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { inspect } from './inspect.ts';
import { lint } from './lint.ts';
import { newCommand } from './new.ts';
import { oncall } from './oncall.ts';
import { rulesCommand } from './rules.ts';
import { timeline } from './timeline.ts';

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  lint,
  init,
  inspect,
  newCommand,
  timeline,
  actions,
  oncall,
  rulesCommand,
  explain,
];
