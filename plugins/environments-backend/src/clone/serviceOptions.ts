import {
  Edge,
  ServiceOption,
} from '@domaindeck/backstage-plugin-environments-common';
import { podTemplateOf, versionOf } from '../objects';
import { imageOf } from './imageOf';
import { consumptionOf, isStore, refusalsOf } from './roles';
import { routesOf } from './routes';
import { settingsOf } from './settings';
import { BaselineIndex } from './traverse';
import { Baseline, Relations } from './types';
import { entriesOf } from './web';

/**
 * The services of a baseline to choose from, and the lines between them. Versions hold the baseline's own; others are for
 * the caller to add.
 */
export function serviceOptions(
  baseline: Baseline,
  relations: Relations,
): { services: ServiceOption[]; edges: Edge[] } {
  const index = new BaselineIndex(baseline);
  const entries = entriesOf({ index, routes: routesOf(index) });
  // A Deployment and a CronJob may have one name; a person chooses by it, and gets the first.
  const reached = index.workloads.filter(
    one => index.workload(one.metadata.name) === one,
  );
  const services = reached.map((workload): ServiceOption => {
    const { name } = workload.metadata;
    const { spec } = podTemplateOf(workload)!;
    const store = isStore(workload, relations);
    const image = imageOf(workload);
    const [refused] = refusalsOf(workload);
    const consumption = consumptionOf(
      workload,
      settingsOf(spec, index),
      relations,
      index.servicesOf(workload).length > 0,
    );
    return {
      name,
      kind: workload.kind as ServiceOption['kind'],
      version: versionOf(image),
      ...(image ? { image } : {}),
      entry: entries.includes(name),
      store,
      consumer:
        workload.kind === 'CronJob' || (!store && consumption.level === 'yes'),
      cloneable: refused === undefined,
      ...(refused ? { refused } : {}),
      versions: [
        {
          version: versionOf(image),
          source: 'environment',
          where: `${baseline.cluster}/${baseline.namespace}`,
        },
      ],
    };
  });
  const names = new Set(services.map(service => service.name));
  return {
    services,
    edges: [
      ...entries.map((to): Edge => ({ from: '', to, kind: 'calls' })),
      ...relations.edges.filter(
        edge => names.has(edge.from) && names.has(edge.to),
      ),
    ],
  };
}
