import type { IncidentDocument, Step } from '../document.ts';

/** All blocks of code from which somebody may type a command: the steps, and indented code behind them. */
export function allCode({ steps, shownCode }: Pick<IncidentDocument, 'steps' | 'shownCode'>): readonly Step[] {
  return shownCode.length === 0 ? steps : [...steps, ...shownCode];
}

/** Whether a block stands between fences. */
export function isFenced({ fenceSpan }: Step): boolean {
  return fenceSpan.start < fenceSpan.end;
}
