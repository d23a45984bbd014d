import { Scene } from './Scene';

/**
 * One judged situation: its name, what is expected of the one workload in it (health, then the codes of its problems in
 * their order), and the objects.
 */
export type Case = readonly [
  name: string,
  expected: string,
  fill: (scene: Scene) => unknown,
];
