import {
  at,
  KubernetesObject,
  matchesLabels,
  podTemplateOf,
} from '../../objects';
import { Baseline, PlanResult } from '../types';
import { ClusterNames, searchesOf, textsOf } from './ClusterNames';

/** What may be a name of DNS, where it does not begin a setting's own name. */
const NAME = /[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?!\w)(?!\s*=|:\s|:$)/gim;

/** Warnings that say of a service that a name does not lead where it should. */
const TOLD = ['hard-coded-address', 'headless-name', 'replicas-reduced'];

/**
 * Names in the settings of own services that lead elsewhere than they should: to the environment for what is its own, to
 * the baseline for everything else. What a warning speaks of is left out.
 */
export function lostNames(baseline: Baseline, result: PlanResult): string[] {
  const before = baseline.objects.map(object => ({
    ...object,
    metadata: { ...object.metadata, namespace: baseline.namespace },
  }));
  const after = result.manifests.map(one => one.object);
  const own = after.filter(one => podTemplateOf(one));
  const then = new ClusterNames(before);
  const now = new ClusterNames([...before, ...after]);
  const { namespace } = result.plan;
  const isOwn = (service: string) =>
    own.some(workload =>
      matchesLabels(
        at(
          before.find(
            one => one.kind === 'Service' && one.metadata.name === service,
          ),
          'spec',
          'selector',
        ),
        workload.kind === 'CronJob'
          ? {}
          : podTemplateOf(workload)!.metadata?.labels ?? {},
      ),
    );
  return own.flatMap(workload => {
    const source = before.find(
      one =>
        one.kind === workload.kind &&
        one.metadata.name === workload.metadata.name,
    )!;
    const texts = textsOf(workload, after);
    return [...textsOf(source, before)].flatMap(([place, text]) => {
      const names = namesIn(text);
      const given = namesIn(texts.get(place) ?? '');
      return names.flatMap((name, index) => {
        const was = then.resolve(name, searchesOf(source, baseline.namespace));
        if (!was) {
          return [];
        }
        const is = now.resolve(
          given[index] ?? '',
          searchesOf(workload, namespace),
        );
        const wanted = isOwn(was.service) ? namespace : baseline.namespace;
        return is?.namespace === wanted || isTold(result, workload, was.service)
          ? []
          : [
              `${workload.metadata.name} ${place}: ${given[index]} leads to ${is?.namespace}, wanted ${wanted}`,
            ];
      });
    });
  });
}

function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(match => match[0]);
}

function isTold(
  result: PlanResult,
  workload: KubernetesObject,
  service: string,
): boolean {
  return result.plan.warnings.some(warning => {
    const { services, service: about } = warning.parts;
    return (
      TOLD.includes(warning.code) &&
      Array.isArray(services) &&
      (about === workload.metadata.name
        ? services.includes(service)
        : services.some(one => isMemberOf(result, one, service)))
    );
  });
}

/** Whether a workload's members have names behind a Service. */
function isMemberOf(
  { manifests }: PlanResult,
  name: string,
  service: string,
): boolean {
  return manifests.some(
    ({ object }) =>
      object.metadata.name === name &&
      at(object, 'spec', 'serviceName') === service,
  );
}
