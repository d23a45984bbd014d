import { Container, containersOf, isObject, PodSpec } from '../../objects';
import { BaselineIndex } from '../traverse';
import { commandsOf } from './commandsOf';
import { readLines } from './readLines';
import { Setting } from './Setting';

/**
 * Everything that a workload is told by variables, arguments and the files of its ConfigMaps. Of Secrets only the names
 * of their keys are known.
 */
export function settingsOf(spec: PodSpec, index: BaselineIndex): Setting[] {
  const containers = containersOf(spec);
  return [
    ...containers.flatMap(container => fromContainer(container, index)),
    ...mounted(spec, 'configMap').flatMap(name => fromFiles(name, index)),
    ...mounted(spec, 'secret').flatMap(name =>
      Object.keys(dataOf('Secret', name, index)).map(key =>
        fromSecret(key, name, key, index),
      ),
    ),
  ];
}

function fromContainer(container: Container, index: BaselineIndex): Setting[] {
  const args = commandsOf(container).map(
    value =>
      ({ name: '', value, from: 'argument', of: container.name } as const),
  );
  const env = (container.env ?? []).map((variable): Setting => {
    const config = variable.valueFrom?.configMapKeyRef;
    const secret = variable.valueFrom?.secretKeyRef;
    if (secret) {
      return fromSecret(variable.name, secret.name ?? '', secret.key, index);
    }
    if (config) {
      return {
        name: variable.name,
        value: dataOf('ConfigMap', config.name, index)[config.key],
        from: 'config',
        of: config.name ?? '',
        key: config.key,
      };
    }
    return {
      name: variable.name,
      value: variable.value ?? '',
      from: 'env',
      of: container.name,
    };
  });
  const whole = (container.envFrom ?? []).flatMap(source => {
    const prefix = source.prefix ?? '';
    const config = source.configMapRef?.name;
    const secret = source.secretRef?.name;
    return [
      ...Object.entries(dataOf('ConfigMap', config, index)).map(
        ([key, value]): Setting => ({
          name: prefix + key,
          value,
          from: 'config',
          of: config!,
          key,
        }),
      ),
      ...Object.keys(dataOf('Secret', secret, index)).map(key =>
        fromSecret(prefix + key, secret!, key, index),
      ),
    ];
  });
  return [...args, ...env, ...whole];
}

/** Of a value only the addresses of the baseline in it are known. */
function fromSecret(
  name: string,
  of: string,
  key: string,
  index: BaselineIndex,
): Setting {
  const addresses = dataOf('Secret', of, index)[key];
  return {
    name,
    from: 'secret',
    of,
    key,
    ...(addresses ? { value: addresses } : {}),
  };
}

/** Lines of the files that a ConfigMap gives as a volume. */
function fromFiles(name: string, index: BaselineIndex): Setting[] {
  return Object.entries(dataOf('ConfigMap', name, index)).flatMap(
    ([key, text]) =>
      readLines(text).map(
        (line): Setting => ({ ...line, from: 'config', of: name, key }),
      ),
  );
}

/** Names of what a pod has as a volume. */
function mounted(spec: PodSpec, kind: 'configMap' | 'secret'): string[] {
  const names = (spec.volumes ?? []).flatMap(volume => [
    kind === 'secret' ? volume.secret?.secretName : volume.configMap?.name,
    ...(volume.projected?.sources ?? []).map(source => source[kind]?.name),
  ]);
  return [...new Set(names.filter(name => name !== undefined))];
}

function dataOf(
  kind: 'ConfigMap' | 'Secret',
  name: string | undefined,
  index: BaselineIndex,
): Record<string, string> {
  const data = name ? index.get('', kind, name)?.data : undefined;
  return isObject(data) ? (data as Record<string, string>) : {};
}
