import { WorkloadsVerb } from '@domaindeck/backstage-plugin-workloads-common';
import { EntityResolver, placeNotFound } from '../entities';
import { AccessGate, VerbRefusal } from '../permissions';
import { EntityRequest } from './types';

/** What it takes to let somebody through. */
export interface AdmissionOptions {
  readonly gate: AccessGate;
  readonly resolver: EntityResolver;
  readonly refusal: VerbRefusal;
}

/**
 * Lets a question about an entity through when the caller holds the verb wherever it reaches: in every environment that
 * is named, or in at least one when none is.
 *
 * @param places - the environments that the question names; undefined when it names none
 * @returns the question with what the caller may do
 * @throws NotFoundError for an environment that the caller may not view
 * @throws NotAllowedError where the caller views, and lacks the verb
 */
export async function admitTo<TRequest extends EntityRequest>(
  request: TRequest,
  verb: WorkloadsVerb,
  places:
    | readonly { readonly cluster: string; readonly namespace: string }[]
    | undefined,
  { gate, resolver, refusal }: AdmissionOptions,
): Promise<TRequest> {
  const { entityRef, credentials } = request;
  const access = await gate.entityAccess(entityRef, credentials);
  const view = await resolver.resolve(entityRef, access);
  const all = view.environments.map(environment =>
    resolver.describe(environment, access),
  );
  const asked = places?.map(({ cluster, namespace }) => {
    const found = all.find(
      environment =>
        environment.cluster === cluster && environment.namespace === namespace,
    );
    if (!found) {
      throw placeNotFound(cluster, namespace);
    }
    return found;
  });
  const refused = (asked ?? all).filter(({ verbs }) => !verbs.includes(verb));
  const none = asked ? refused.length > 0 : refused.length === all.length;
  if (none && all.length > 0) {
    throw refusal.error(verb, {
      what: entityRef,
      where: [...new Set(refused.map(({ ref }) => ref))],
      ask: view.scope.domainOwnerRefs,
    });
  }
  return { ...request, access };
}
