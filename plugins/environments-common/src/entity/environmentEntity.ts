const PREFIX = 'environment-';
const REF = /^resource:[^/:]+\/environment-(.+)$/i;

/**
 * Name of the Resource that an environment is in the catalog. It is made of the id, because an environment's own name is
 * free again when it is gone, and may be the same in two clusters.
 *
 * @param id - of the record
 * @public
 */
export function environmentEntityName(id: string): string {
  return `${PREFIX}${id}`;
}

/**
 * The id of the record of an environment.
 *
 * @param idOrRef - the id itself, or the full ref of the environment's entity in the catalog
 * @public
 */
export function environmentIdOf(idOrRef: string): string {
  return REF.exec(idOrRef)?.[1] ?? idOrRef;
}
