import {
  ANNOTATION_CREATOR_REF,
  ANNOTATION_DOMAIN_REF,
  LABEL_DOMAIN,
  LABEL_ENVIRONMENT_ID,
} from '@domaindeck/backstage-plugin-workloads-common';
import { NamespaceRow } from '../projection/rows';
import { BoundEnvironment } from './types';

const DOMAIN_REF = /^domain:([a-z0-9._-]+)\/([a-z0-9._-]+)$/;
const USER_REF = /^user:([a-z0-9._-]+)\/([a-z0-9._-]+)$/;

/**
 * What the labels of a namespace say about whose it is.
 *
 * @param selfService - whether the cluster takes self-service environments; elsewhere the mark of one is ignored
 * @returns undefined when the namespace is nobody's, or when label and annotation contradict each other: a guess could
 * show one domain's workloads to another
 */
export function namespaceClaim(
  row: NamespaceRow,
  selfService: boolean,
): Pick<BoundEnvironment, 'domainRef' | 'kind' | 'creatorRef'> | undefined {
  const domainRef = domainRefOf(row);
  if (domainRef === undefined) {
    return undefined;
  }
  if (!selfService || !row.labels[LABEL_ENVIRONMENT_ID]) {
    return { domainRef, kind: 'baseline' };
  }
  const creator =
    row.annotations[ANNOTATION_CREATOR_REF]?.toLocaleLowerCase('en-US');
  return {
    domainRef,
    kind: 'self-service',
    ...(creator && USER_REF.test(creator) ? { creatorRef: creator } : {}),
  };
}

function domainRefOf(row: NamespaceRow): string | undefined {
  const name = row.labels[LABEL_DOMAIN]?.toLocaleLowerCase('en-US');
  if (!name) {
    return undefined;
  }
  const annotated = row.annotations[ANNOTATION_DOMAIN_REF];
  if (annotated === undefined) {
    return `domain:default/${name}`;
  }
  const ref = annotated.toLocaleLowerCase('en-US');
  return DOMAIN_REF.exec(ref)?.[2] === name ? ref : undefined;
}
