import { cpu } from './cpu';
import { memory } from './memory';
import { pods } from './pods';
import { requests } from './requests';
import { traffic } from './traffic';
import { Measure } from './types';

export type { Measure } from './types';

/** Everything that can be asked. A panel that is not here has no series that could be held to pods. */
export const CATALOGUE: readonly Measure[] = [
  ...requests,
  ...cpu,
  ...memory,
  ...pods,
  ...traffic,
];
