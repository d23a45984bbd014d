/** Whether a time is one: the contract always has a time, and the epoch stands for one that no cluster wrote. */
export function isKnownTime(at: string): boolean {
  return Date.parse(at) > 0;
}
