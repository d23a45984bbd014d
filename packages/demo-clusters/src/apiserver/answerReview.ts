import { ResourceType, apiVersionOf } from '../model/ResourceType';
import { StatusError } from '../writes/StatusError';
import { DemoToken, isAllowed } from './Token';

interface ReviewSpec {
  readonly namespace?: string;
  readonly resourceAttributes?: {
    readonly verb?: string;
    readonly group?: string;
    readonly resource?: string;
    readonly namespace?: string;
  };
  readonly nonResourceAttributes?: Record<string, unknown>;
}

/** Every signed-in caller may ask about itself. */
const OWN_REVIEWS = {
  verbs: ['create'],
  apiGroups: ['authorization.k8s.io'],
  resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
};

const PUBLIC_PATHS = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

const DISCOVERY_PATHS = ['/api', '/api/*', '/apis', '/apis/*'];

/** Tells a caller what it may do itself. @throws StatusError 400, 422 */
export function answerReview(
  type: ResourceType,
  token: DemoToken,
  body: Record<string, unknown>,
): Record<string, unknown> {
  const spec = (body.spec ?? {}) as ReviewSpec;
  const review = {
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata: {},
  };
  if (type.kind === 'SelfSubjectRulesReview') {
    if (!spec.namespace) {
      throw StatusError.badRequest('no namespace on request');
    }
    return { ...review, spec: {}, status: rulesOf(token, spec.namespace) };
  }
  const { resourceAttributes, nonResourceAttributes } = spec;
  if (
    (resourceAttributes === undefined) ===
    (nonResourceAttributes === undefined)
  ) {
    throw StatusError.invalid(
      { kind: '', group: type.group },
      '',
      'spec.resourceAttributes',
      'FieldValueInvalid',
      'Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  const allowed =
    resourceAttributes === undefined ||
    isAllowed(token, {
      verb: resourceAttributes.verb ?? '',
      group: resourceAttributes.group ?? '',
      resource: resourceAttributes.resource ?? '',
      namespace: resourceAttributes.namespace,
    });
  return { ...review, spec, status: { allowed } };
}

function rulesOf(token: DemoToken, namespace: string) {
  const resourceRules = (token.allow ?? [{}])
    .filter(rule => !rule.namespaces || rule.namespaces.includes(namespace))
    .map(rule => ({
      verbs: rule.verbs ?? ['*'],
      apiGroups: rule.groups ?? ['*'],
      resources: rule.resources ?? ['*'],
    }));
  return {
    resourceRules: [OWN_REVIEWS, ...resourceRules],
    nonResourceRules: [
      {
        verbs: ['get'],
        nonResourceURLs: [...PUBLIC_PATHS, ...DISCOVERY_PATHS],
      },
    ],
    // Rules that take rights away cannot be told in this form.
    incomplete: token.deny !== undefined,
  };
}
