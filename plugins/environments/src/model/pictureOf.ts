import {
  CallerChain,
  Edge,
  Options,
  ServiceOption,
} from '@domaindeck/backstage-plugin-environments-common';

/** Measures of the picture, in its own units. */
export const NODE = { width: 132, height: 44 } as const;
export const ENTRY = { width: 104, height: 36, x: 16 } as const;
const FIRST_X = 150;
const STEP_X = 190;
const STEP_Y = 58;
const MARGIN = 12;

/** How a service stands in the picture. */
export type NodeRole =
  /** Runs for the reader. */
  | 'mine'
  /** Needed, so that the web address reaches what is the reader's. */
  | 'needed'
  | 'shared'
  /** Can never be taken. */
  | 'refused';

/** A service or a store with its place; x and y are its upper left corner. */
export interface PictureNode {
  readonly service: ServiceOption;
  readonly role: NodeRole;
  readonly x: number;
  readonly y: number;
  /** Of the column, counted from the web address. */
  readonly column: number;
}

/** A line; `d` is its path. */
export interface PictureEdge {
  readonly key: string;
  readonly d: string;
  readonly look: 'mine' | 'needed' | 'plain';
  readonly messages: boolean;
  /** Where the head points, and whether it points left. */
  readonly head: {
    readonly x: number;
    readonly y: number;
    readonly left: boolean;
  };
}

/** The domain as a picture: columns by distance from the address, rows by the caller. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The web address; absent where nothing is behind one. */
  readonly entry?: { readonly x: number; readonly y: number };
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Lays the services of a domain out, with what is chosen and what would be needed. */
export function pictureOf(
  options: Pick<Options, 'services' | 'edges' | 'relationsKnown'>,
  chosen: readonly string[],
  callers: readonly CallerChain[],
): Picture {
  const { services } = options;
  const names = new Set(services.map(one => one.name));
  const edges = options.relationsKnown
    ? options.edges.filter(
        edge =>
          (edge.from === '' || names.has(edge.from)) && names.has(edge.to),
      )
    : [];
  const columns = columnsOf(services, edges);
  const needed = new Set(callers.flatMap(one => one.missing));
  const tallest = Math.max(...columns.map(one => one.length), 1);
  const height = tallest * STEP_Y - (STEP_Y - NODE.height) + 2 * MARGIN;
  const nodes = columns.flatMap((column, at) =>
    column.map(
      (service, row): PictureNode => ({
        service,
        role: roleOf(service, chosen, needed),
        column: at + 1,
        x: FIRST_X + at * STEP_X,
        y: Math.round(
          height / 2 -
            (column.length * STEP_Y - (STEP_Y - NODE.height)) / 2 +
            row * STEP_Y,
        ),
      }),
    ),
  );
  const hasEntry = edges.some(edge => edge.from === '');
  const entry = hasEntry
    ? { x: ENTRY.x, y: Math.round(height / 2 - ENTRY.height / 2) }
    : undefined;
  return {
    width: FIRST_X + columns.length * STEP_X - (STEP_X - NODE.width) + 36,
    height,
    entry,
    nodes,
    edges: edges.map(edge => edgeOf(edge, nodes, entry)),
  };
}

function roleOf(
  service: ServiceOption,
  chosen: readonly string[],
  needed: ReadonlySet<string>,
): NodeRole {
  if (chosen.includes(service.name)) {
    return 'mine';
  }
  if (!service.cloneable) {
    return 'refused';
  }
  return needed.has(service.name) ? 'needed' : 'shared';
}

/** Services by distance from the address; callers that no address reaches stand behind what they call. */
function columnsOf(
  services: readonly ServiceOption[],
  edges: readonly Edge[],
): ServiceOption[][] {
  const at = new Map<string, number>();
  const next = (names: readonly string[]) => [
    ...new Set(
      edges
        .filter(edge => names.includes(edge.from) && !at.has(edge.to))
        .map(edge => edge.to),
    ),
  ];
  let open = next(['']);
  for (let column = 0; open.length > 0; column++) {
    for (const name of open) {
      at.set(name, column);
    }
    open = next(open);
  }
  for (let moved = true; moved; ) {
    moved = false;
    for (const { name } of services.filter(one => !at.has(one.name))) {
      const called = edges
        .filter(edge => edge.from === name && at.has(edge.to))
        .map(edge => at.get(edge.to)!);
      const calling = edges
        .filter(edge => edge.to === name && at.has(edge.from))
        .map(edge => at.get(edge.from)!);
      const near = [...called, ...calling];
      if (near.length > 0) {
        at.set(name, Math.max(...near) + 1);
        moved = true;
      }
    }
  }
  const last = Math.max(-1, ...at.values()) + 1;
  const loose = services.filter(one => !at.has(one.name));
  // Without any line there is no distance: a block is easier to read than one long column.
  const wide = Math.max(1, Math.ceil(Math.sqrt(loose.length)));
  loose.forEach((one, index) =>
    at.set(one.name, last + (edges.length === 0 ? index % wide : 0)),
  );
  const count = Math.max(-1, ...at.values()) + 1;
  const columns: ServiceOption[][] = [];
  for (let column = 0; column < count; column++) {
    const rowOf = (name: string) => weightOf(name, edges, columns);
    columns.push(
      services
        .filter(one => at.get(one.name) === column)
        .sort(
          (a, b) =>
            rowOf(a.name) - rowOf(b.name) || a.name.localeCompare(b.name, 'en'),
        ),
    );
  }
  return columns;
}

/** The mean row of those who call a service, so that lines cross as little as possible. */
function weightOf(
  name: string,
  edges: readonly Edge[],
  columns: readonly (readonly ServiceOption[])[],
): number {
  const rows = edges.flatMap(edge => {
    const other = otherEnd(edge, name);
    return columns.flatMap(column => {
      const row = column.findIndex(one => one.name === other);
      return row < 0 ? [] : [row - column.length / 2];
    });
  });
  return rows.length === 0
    ? 0
    : rows.reduce((sum, row) => sum + row, 0) / rows.length;
}

function otherEnd(edge: Edge, name: string): string | undefined {
  if (edge.to === name) {
    return edge.from;
  }
  return edge.from === name ? edge.to : undefined;
}

function edgeOf(
  edge: Edge,
  nodes: readonly PictureNode[],
  entry: Picture['entry'],
): PictureEdge {
  const from = nodes.find(one => one.service.name === edge.from);
  const to = nodes.find(one => one.service.name === edge.to)!;
  const y2 = to.y + NODE.height / 2;
  const y1 = from
    ? from.y + NODE.height / 2
    : (entry?.y ?? 0) + ENTRY.height / 2;
  const left = from !== undefined && from.column > to.column;
  const same = from !== undefined && from.column === to.column;
  const right = from ? from.x + NODE.width : ENTRY.x + ENTRY.width;
  const start = left && from ? from.x : right;
  const end = left || same ? to.x + NODE.width + 6 : to.x - 6;
  const bend = same ? 28 : (end - start) / 2;
  const d = same
    ? `M${start} ${y1}C${start + bend} ${y1} ${end + bend} ${y2} ${end} ${y2}`
    : `M${start} ${y1}C${start + bend} ${y1} ${end - bend} ${y2} ${end} ${y2}`;
  return {
    key: `${edge.from} ${edge.to} ${edge.kind}`,
    d,
    look: lookOf(from, to, edge),
    messages: edge.kind === 'messages',
    head: { x: end + (left || same ? -5 : 5), y: y2, left: left || same },
  };
}

function lookOf(
  from: PictureNode | undefined,
  to: PictureNode,
  edge: Edge,
): PictureEdge['look'] {
  const onTheWay = (node: PictureNode) =>
    node.role === 'mine' || node.role === 'needed';
  if (edge.kind !== 'calls' || !onTheWay(to) || (from && !onTheWay(from))) {
    return 'plain';
  }
  return to.role === 'needed' || from?.role === 'needed' ? 'needed' : 'mine';
}
