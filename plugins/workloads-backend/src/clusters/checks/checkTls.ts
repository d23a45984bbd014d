import { CheckItem } from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';

/** Judges whether the portal knows for sure whom it gives its token to. */
export function checkTls(cluster: ClusterDefinition): CheckItem {
  const item = { id: 'tls', what: 'Its certificate is verified' };
  if (cluster.url.startsWith('http://')) {
    return {
      ...item,
      outcome: 'warning',
      message:
        'Its url is plain http: the token travels readable for anybody on the way',
      cause: { code: 'tls.plain' },
      fix: `# In its entry of kubernetes.clusterLocatorMethods\nurl: ${cluster.url.replace(
        'http://',
        'https://',
      )}\n`,
    };
  }
  if (cluster.skipTLSVerify) {
    return {
      ...item,
      outcome: 'warning',
      message:
        'skipTLSVerify is set: anybody on the way can take the place of the cluster and read the token',
      cause: { code: 'tls.unverified' },
      fix: '# In its entry of kubernetes.clusterLocatorMethods\nskipTLSVerify: false\ncaFile: /path/of/the/ca.crt\n',
    };
  }
  return { ...item, outcome: 'ok' };
}
