import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { Binding } from '../types';
import { parseConfigValue } from './parseConfigValue';

const KEY = 'workloads.bindings';
/** A Kubernetes namespace is an RFC 1123 label. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const bindingsSchema = z.array(
  z.strictObject({
    domain: z.string().min(1),
    cluster: z.string().min(1),
    namespaces: z
      .array(
        z.string().regex(NAMESPACE, {
          message:
            'is not a namespace; use at most 63 lower-case letters, digits and dashes',
        }),
      )
      .min(1),
    kind: z.literal('baseline').optional(),
  }),
);

function readDomainRef(key: string, text: string): string {
  let ref: string;
  try {
    ref = stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'domain',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `Wrong configuration: ${key} is "${text}", which is no reference of a domain; write domain:default/<name>`,
    );
  }
  if (!ref.startsWith('domain:')) {
    throw new InputError(
      `Wrong configuration: ${key} is "${text}", which is not of kind domain; only domains are bound to namespaces`,
    );
  }
  return ref;
}

/**
 * Reads `workloads.bindings`.
 *
 * @param known - names of the clusters that exist
 * @throws InputError naming the key, on an unknown cluster or key, a wrong type, or a namespace bound to two domains.
 */
export function readBindings(
  config: Config,
  known: readonly string[],
): readonly Binding[] {
  const bindings = parseConfigValue(
    bindingsSchema,
    config.getOptional(KEY) ?? [],
    KEY,
  );
  const holders = new Map<string, { key: string; domainRef: string }>();
  return bindings.map((binding, index) => {
    const key = `${KEY}[${index}]`;
    if (!known.includes(binding.cluster)) {
      throw new InputError(
        `Wrong configuration: ${key}.cluster is "${
          binding.cluster
        }", which is no cluster of kubernetes.clusterLocatorMethods; known are ${
          known.join(', ') || 'none'
        }`,
      );
    }
    const domainRef = readDomainRef(`${key}.domain`, binding.domain);
    binding.namespaces.forEach((namespace, position) => {
      const place = `${binding.cluster}/${namespace}`;
      const here = `${key}.namespaces[${position}]`;
      const holder = holders.get(place);
      if (holder && holder.domainRef !== domainRef) {
        throw new InputError(
          `Wrong configuration: ${here} binds ${place} to ${domainRef}, but ${holder.key} binds it to ${holder.domainRef}; a namespace belongs to one domain`,
        );
      }
      holders.set(place, { key: here, domainRef });
    });
    return {
      domainRef,
      cluster: binding.cluster,
      namespaces: [...new Set(binding.namespaces)],
    };
  });
}
