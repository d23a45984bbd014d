import { Facts } from './types';

const KINDS: Readonly<Record<string, string>> = {
  configmap: 'ConfigMap',
  secret: 'Secret',
  serviceaccount: 'ServiceAccount',
};

/**
 * Reads from a cluster's message which ConfigMap, Secret or ServiceAccount, or which key of one, is not there.
 */
export function missingReference(
  message: string | undefined,
): Facts | undefined {
  const key =
    /couldn't find key (\S+) in (ConfigMap|Secret) (?:[^/\s]+\/)?([^\s,;]+)/i.exec(
      message ?? '',
    );
  if (key) {
    return { kind: kindOf(key[2]), name: key[3], key: key[1] };
  }
  const absentKeys = /references non-existent (config|secret) key: (\S+)/i.exec(
    message ?? '',
  );
  if (absentKeys) {
    return {
      kind: absentKeys[1] === 'secret' ? 'Secret' : 'ConfigMap',
      key: absentKeys[2],
    };
  }
  const object =
    /(configmap|secret|serviceaccount)s? "(?:[^/"]+\/)?([^"]+)" not found/i.exec(
      message ?? '',
    );
  return object ? { kind: kindOf(object[1]), name: object[2] } : undefined;
}

function kindOf(text: string): string {
  return KINDS[text.toLocaleLowerCase('en-US')] ?? text;
}
