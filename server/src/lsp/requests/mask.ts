import { maskRequest, type MaskParams, type MaskResult } from '../../protocol/guards.ts';
import { masked } from '../../core/model/steps/masking.ts';
import { request } from './request.ts';

/** A text with its keys, tokens and passwords hidden. */
export const mask = request<MaskParams, MaskResult>(maskRequest, async (_session, { text }) => ({
  text: masked(text),
}));
