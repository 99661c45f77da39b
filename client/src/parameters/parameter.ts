import type { WireParameter } from '../../../server/src/protocol/channels.ts';

/** A value that steps need, with what the runbook says of it. */
export type Parameter = WireParameter;

/** A name as names are compared: `pod-name` and `POD_NAME` are the same. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
