import {
  ComponentRow,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { buildCell, Cell, compareCells } from './cells';
import { Column } from './columns';

/** One service: a component, or workloads of one name that belong to no component. */
export interface Row {
  /** Ref of the component, or `name:` and the name of the workloads. */
  readonly key: string;
  readonly name: string;
  /** Name of the system, without kind and namespace. */
  readonly system?: string;
  /** As many as there are columns, in their order. */
  readonly cells: readonly Cell[];
}

interface Service {
  readonly key: string;
  readonly name: string;
  readonly systemRef?: string;
  readonly byEnvironment: Map<string, Workload[]>;
}

/**
 * A row per component, whether or not it runs anywhere, then a row per remaining name; each part by name. Workloads in
 * environments without a column take part in nothing but the list of known versions.
 */
export function buildRows(
  components: readonly ComponentRow[],
  workloads: readonly Workload[],
  columns: readonly Column[],
): readonly Row[] {
  const services = new Map<string, Service>();
  for (const component of components) {
    services.set(component.ref, {
      key: component.ref,
      name: component.title ?? component.name,
      systemRef: component.systemRef,
      byEnvironment: new Map(),
    });
  }
  for (const workload of workloads) {
    const key =
      workload.componentRef && services.has(workload.componentRef)
        ? workload.componentRef
        : `name:${workload.name}`;
    let service = services.get(key);
    if (!service) {
      service = {
        key,
        name: workload.name,
        systemRef: workload.systemRef,
        byEnvironment: new Map(),
      };
      services.set(key, service);
    }
    const ref = `${workload.cluster}/${workload.namespace}`;
    const place = service.byEnvironment.get(ref);
    if (place) {
      place.push(workload);
    } else {
      service.byEnvironment.set(ref, [workload]);
    }
  }
  const known = versionsByName(workloads);
  return [...services.values()]
    .map(service => rowOf(service, columns, known))
    .sort(
      (a, b) =>
        Number(a.key.startsWith('name:')) - Number(b.key.startsWith('name:')) ||
        a.name.localeCompare(b.name) ||
        a.key.localeCompare(b.key),
    );
}

function rowOf(
  service: Service,
  columns: readonly Column[],
  known: ReadonlyMap<string, readonly string[]>,
): Row {
  const cells = columns.map(column =>
    buildCell(service.byEnvironment.get(column.environment.ref) ?? [], column),
  );
  const names = new Set(
    [...service.byEnvironment.values()].flat().map(w => w.name),
  );
  const versions = [
    ...new Set([...names].flatMap(name => known.get(name) ?? [])),
  ];
  return {
    key: service.key,
    name: service.name,
    system: service.systemRef && nameOf(service.systemRef),
    cells: compareCells(cells, columns, versions),
  };
}

function versionsByName(
  workloads: readonly Workload[],
): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  for (const { name, version } of workloads) {
    const known = versions.get(name);
    if (known) {
      known.push(version);
    } else {
      versions.set(name, [version]);
    }
  }
  return versions;
}

/** The name in an entity reference: `system:default/checkout` is `checkout`. */
export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1).replace(/^[^:]+:/, '');
}
