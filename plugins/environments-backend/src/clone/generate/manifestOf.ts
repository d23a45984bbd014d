import {
  ANNOTATION_HASH,
  ANNOTATION_SOURCE,
  LABEL_ROLE,
  LABEL_SERVICE,
  StepId,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject, labelValue, objectHash } from '../../objects';
import { PlanContext } from '../context';
import { Manifest } from '../types';
import { objectLabels } from './environmentLabels';

/** Makes an object one of the environment's: its namespace, labels by which it is found again, source and hash. */
export function manifestOf(
  context: PlanContext,
  object: KubernetesObject,
  about: {
    readonly step: StepId;
    readonly role: Manifest['role'];
    /** Name in the baseline. */
    readonly source?: string;
    readonly service?: string;
  },
): Manifest {
  const source = about.source && `${context.index.namespace}/${about.source}`;
  const isNamespace = object.kind === 'Namespace';
  const whole: KubernetesObject = {
    ...object,
    metadata: {
      ...object.metadata,
      ...(isNamespace ? {} : { namespace: context.namespace }),
      labels: {
        ...object.metadata.labels,
        ...objectLabels(context),
        ...(isNamespace ? {} : { [LABEL_ROLE]: about.role }),
        ...(about.service
          ? { [LABEL_SERVICE]: labelValue(about.service) }
          : {}),
      },
      annotations: {
        ...object.metadata.annotations,
        ...(source ? { [ANNOTATION_SOURCE]: source } : {}),
      },
    },
  };
  const hash = objectHash(whole);
  return {
    object: {
      ...whole,
      metadata: {
        ...whole.metadata,
        annotations: { ...whole.metadata.annotations, [ANNOTATION_HASH]: hash },
      },
    },
    step: about.step,
    role: about.role,
    ...(source ? { source } : {}),
    ...(about.service ? { service: about.service } : {}),
    hash,
  };
}
