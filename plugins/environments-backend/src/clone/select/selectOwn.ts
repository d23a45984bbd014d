import {
  EnvironmentWarning,
  ServiceSpecification,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject, podTemplateOf } from '../../objects';
import { warningOf } from '../../policy';
import { OwnService } from '../context';
import { consumptionOf, isBroker, isStore, refusalsOf } from '../roles';
import { settingsOf } from '../settings';
import { BaselineIndex } from '../traverse';
import { PlanInput } from '../types';

/** The workloads that will run only for the environment, and why some of those asked for will not. */
export function selectOwn(
  input: PlanInput,
  index: BaselineIndex,
): { own: OwnService[]; warnings: EnvironmentWarning[] } {
  const { services, share = {} } = input.specification;
  const asked: { asked: ServiceSpecification; chosen: boolean }[] = [
    ...services.map(one => ({ asked: one, chosen: true })),
    ...Object.keys(share)
      .filter(name => share[name] === 'empty')
      .flatMap(name => storeNames(name, index))
      .filter(name => !services.some(one => one.name === name))
      .map(name => ({ asked: { name }, chosen: false })),
  ];
  const warnings: EnvironmentWarning[] = [
    ...(services.length === 0
      ? [warningOf('no-services', 'block', 'Choose at least one service.')]
      : []),
    ...Object.keys(share)
      .filter(name => storeNames(name, index).length === 0)
      .map(name => unknown(name, index)),
  ];
  const found: { workload: KubernetesObject; one: (typeof asked)[number] }[] =
    [];
  for (const one of asked) {
    const workload = index.workload(one.asked.name);
    const refusals = workload ? refusalsOf(workload) : [];
    if (!workload) {
      warnings.push(unknown(one.asked.name, index));
    } else if (refusals.length > 0) {
      warnings.push(...refusals);
    } else {
      found.push({ workload, one });
    }
  }
  const ownBroker = found.some(({ workload }) => isBroker(workload));
  const own = found.map(({ workload, one }) =>
    ownService(workload, one, input, index, ownBroker),
  );
  return { own, warnings };
}

function ownService(
  workload: KubernetesObject,
  one: { asked: ServiceSpecification; chosen: boolean },
  input: PlanInput,
  index: BaselineIndex,
  ownBroker: boolean,
): OwnService {
  const template = podTemplateOf(workload)!;
  const settings = settingsOf(template.spec, index);
  const services = index.servicesOf(workload);
  const store = isStore(workload, input.relations);
  const consumption = store
    ? ({ level: 'no', groupSettings: [] } as const)
    : consumptionOf(workload, settings, input.relations, services.length > 0);
  const grouped = Object.entries(one.asked.env ?? {}).some(
    ([name, value]) =>
      value !== null &&
      consumption.groupSettings.includes(name) &&
      settings.every(
        setting => setting.name !== name || setting.value !== value,
      ),
  );
  const waits =
    workload.kind === 'CronJob' ||
    (consumption.level === 'yes' && !ownBroker && !grouped);
  const replicas = one.asked.replicas ?? (waits ? 0 : 1);
  return {
    workload,
    template,
    services,
    settings,
    store,
    consumption,
    name: workload.metadata.name,
    asked: one.asked,
    chosen: one.chosen,
    replicas,
    paused: waits && replicas === 0,
  };
}

/** A store is named by its workload, or by a Service that leads to it. */
function storeNames(name: string, index: BaselineIndex): string[] {
  if (index.workload(name)) {
    return [name];
  }
  const service = index.get('', 'Service', name);
  return service
    ? index.workloadsBehind(service).map(one => one.metadata.name)
    : [];
}

function unknown(name: string, index: BaselineIndex): EnvironmentWarning {
  return warningOf(
    'service-unknown',
    'block',
    'The baseline has no service {name}; it has {services}.',
    { name, services: index.workloads.map(one => one.metadata.name) },
    { action: 'drop-service', services: [name] },
  );
}
