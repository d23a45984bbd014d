/**
 * A suite that needs real API servers. It runs where `DOMAINDECK_CONTROL_PLANE` is 1, which `npm test` sets when Go or a
 * filled cache is there, and else counts as skipped.
 */
export const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;
