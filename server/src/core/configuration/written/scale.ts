/** An amount in another unit, without the dust that binary fractions leave: 4.028 s are 4028 ms. */
export function scaled(amount: number, factor: number): number {
  return Number((amount * factor).toPrecision(12));
}
