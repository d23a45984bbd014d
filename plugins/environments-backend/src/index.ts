/**
 * What a self-service environment is made of, as pure functions: the plan over a live baseline, the states that it lives
 * through, its limits. Nothing here reads a cluster or writes to one.
 *
 * @packageDocumentation
 */
export * from './clone';
export * from './lifecycle';
export * from './objects';
export * from './policy';
