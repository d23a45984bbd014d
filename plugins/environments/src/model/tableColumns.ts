/** A column of the list of environments; what the second one holds depends on the page. */
export type TableColumn =
  | 'name'
  | 'second'
  | 'state'
  | 'life'
  | 'services'
  | 'size'
  | 'cost'
  | 'address';

const ALL: readonly TableColumn[] = [
  'name',
  'second',
  'state',
  'life',
  'services',
  'size',
  'cost',
  'address',
];

/** From here on an address has room of its own; below it stands under the name. */
const ADDRESS_PX = 1060;
/** Below it only what an environment is told by is left: name, state, life, address. */
const NARROW_PX = 760;
/** From here on the services are drawn as well as counted. */
const DRAWN_PX = 1240;

/** What there is room for. */
export interface TableRoom {
  readonly columns: readonly TableColumn[];
  readonly drawsServices: boolean;
}

/**
 * The columns that a table has room for.
 *
 * @param width - in pixels; undefined until it was measured
 * @param hasCosts - whether anything has a price
 */
export function tableRoomOf(
  width: number | undefined,
  hasCosts: boolean,
): TableRoom {
  const room = width ?? DRAWN_PX;
  const columns = ALL.filter(column => {
    switch (column) {
      case 'address':
        return room >= ADDRESS_PX;
      case 'cost':
        return hasCosts && room >= NARROW_PX;
      case 'name':
      case 'state':
      case 'life':
        return true;
      default:
        return room >= NARROW_PX;
    }
  });
  return { columns, drawsServices: room >= DRAWN_PX };
}
