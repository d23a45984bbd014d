import {
  ResyncRequest,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { InputError } from '@backstage/errors';
import { KubernetesObject, objectKey } from '../../objects';
import { PlacedChange } from './compareObject';
import { changesByService } from './computeDrift';
import { getAt, setAt } from './paths';
import { DriftInput, Resynced } from './types';

/**
 * Takes chosen changes of the baseline into what is cloned. Where the person had changed the same, that override gives
 * way. Everything that was not chosen stays as it was.
 *
 * @throws InputError for a change that is not there, or that the baseline did not make
 */
export function applyResync(
  input: DriftInput,
  chosen: ResyncRequest['changes'],
): Resynced {
  const changes = changesByService(input);
  const taken = chosen.map(({ service, id }) => {
    const found = changes.get(service)?.find(one => one.change.id === id);
    if (!found || found.change.state === 'edited') {
      throw new InputError(
        `The baseline has made no change "${id}" of ${service}`,
      );
    }
    return { service, ...found };
  });
  const now = new Map(input.now.objects.map(one => [objectKey(one), one]));
  const objects = input.then.objects.map(object =>
    taken
      .filter(one => one.object === objectKey(object) && one.path.length > 0)
      .reduce(
        (whole, one) =>
          setAt(
            whole,
            one.path,
            getAt(now.get(one.object), one.path),
          ) as KubernetesObject,
        object,
      ),
  );
  return {
    specification: taken.reduce(
      (specification, one) => withoutOverride(specification, one.service, one),
      input.specification,
    ),
    snapshot: { objects, services: input.now.services },
    secrets: [
      ...new Set(
        taken
          .filter(one => one.change.what === 'secret')
          .map(one => one.change.name!),
      ),
    ],
    taken: taken.map(one => one.change),
  };
}

function withoutOverride(
  specification: Specification,
  service: string,
  { change, path, object }: PlacedChange,
): Specification {
  if (change.state !== 'both') {
    return specification;
  }
  const last = path[path.length - 1];
  if (change.what === 'config') {
    const map = object.slice(object.lastIndexOf('/') + 1);
    const { [last]: _given, ...rest } =
      specification.configOverrides?.[map] ?? {};
    return {
      ...specification,
      configOverrides: { ...specification.configOverrides, [map]: rest },
    };
  }
  return {
    ...specification,
    services: specification.services.map(one => {
      if (one.name !== service) {
        return one;
      }
      const { version, image, env, ...rest } = one;
      const { [last.slice(1, -1)]: _given, ...kept } = env ?? {};
      return change.what === 'version'
        ? { ...rest, ...(env ? { env } : {}) }
        : {
            ...rest,
            ...(version ? { version } : {}),
            ...(image ? { image } : {}),
            ...(env ? { env: kept } : {}),
          };
    }),
  };
}
