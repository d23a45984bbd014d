import { cpu } from './cpu';
import { ingress } from './ingress';
import { memory } from './memory';
import { pods } from './pods';
import { quota } from './quota';
import { requests } from './requests';
import { traffic } from './traffic';
import { Measure } from './types';
import { volumes } from './volumes';

export type { Measure } from './types';

/**
 * Everything that can be asked. Of a panel that several can tell, who stands first is believed: see `byFirstOrigin`. A
 * service mesh is one more file here.
 */
export const CATALOGUE: readonly Measure[] = [
  ...requests,
  ...ingress,
  ...cpu,
  ...memory,
  ...pods,
  ...traffic,
  ...volumes,
  ...quota,
];
