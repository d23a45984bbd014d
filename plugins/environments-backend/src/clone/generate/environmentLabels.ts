import {
  LABEL_ENVIRONMENT,
  LABEL_ROLE,
  MANAGED_BY,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  LABEL_DOMAIN,
  LABEL_ENVIRONMENT_ID,
} from '@domaindeck/backstage-plugin-workloads-common';
import { labelValue } from '../../objects';
import { domainName } from '../../policy';
import { PlanContext } from '../context';

/** Labels by which meshes take a namespace in and by which pods are held to a standard. */
const TAKEN_ALONG =
  /^(istio-injection|istio\.io\/(rev|dataplane-mode|use-waypoint)|linkerd\.io\/inject|pod-security\.kubernetes\.io\/[\w-]+)$/;

/** Labels of an environment's namespace. */
export function environmentLabels(
  context: Pick<PlanContext, 'input'>,
): Record<string, string> {
  const { input } = context;
  const along = Object.entries(input.baseline.namespaceLabels ?? {}).filter(
    ([name]) => TAKEN_ALONG.test(name),
  );
  return {
    ...Object.fromEntries(along),
    ...objectLabels(context),
    [LABEL_DOMAIN]: labelValue(domainName(input.specification.domain)),
    [LABEL_ROLE]: 'environment',
  };
}

/** Labels that every object of an environment carries. */
export function objectLabels(
  context: Pick<PlanContext, 'input'>,
): Record<string, string> {
  return {
    'app.kubernetes.io/managed-by': MANAGED_BY,
    [LABEL_ENVIRONMENT_ID]: context.input.id,
    [LABEL_ENVIRONMENT]: labelValue(context.input.specification.name),
  };
}
