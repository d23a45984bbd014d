import {
  EnvironmentWarning,
  RegistryProblem,
} from '@domaindeck/backstage-plugin-environments-common';
import { versionOf } from '../../objects';
import { warningOf } from '../../policy';
import { PlanContext } from '../context';
import { versionedContainer } from '../overrides';

/** Why nobody could say whether there is a version; `{host}` is the registry. */
const WHY: Readonly<Record<RegistryProblem, string>> = {
  'no-registry': 'no registry is configured for it',
  'not-found': 'its registry {host} does not show it',
  unauthorized: 'its registry {host} does not take the credentials',
  forbidden: 'its registry {host} does not let the portal look',
  'rate-limited': 'its registry {host} was asked too often',
  'server-error': 'its registry {host} has failed',
  unreachable: 'its registry {host} cannot be reached',
  timeout: 'its registry {host} does not answer in time',
  'not-a-registry': 'what answers for {host} is no registry, or broken',
  elsewhere: 'its registry {host} leads to a place that is not configured',
  'too-many': 'its registry {host} lists too much',
};

/** Versions that are not there, and those of which nobody could say. */
export function versionTraps(context: PlanContext): EnvironmentWarning[] {
  return context.own.flatMap(service => {
    const asked = service.asked.image ?? service.asked.version;
    const main = versionedContainer(
      service.template.spec,
      service.name,
      service.template.metadata?.labels,
    );
    const same = asked === main.image || asked === versionOf(main.image);
    if (asked === undefined || same) {
      return [];
    }
    const parts = { service: service.name, version: asked };
    const check = context.input.versions?.[service.name];
    const wayOut = {
      action: 'choose-version' as const,
      services: [service.name],
    };
    switch (check?.state) {
      case 'exists':
        return [];
      case 'missing':
        return [
          warningOf(
            'version-missing',
            'block',
            'There is no version {version} of {service}.',
            parts,
            wayOut,
          ),
        ];
      default: {
        const problem = check?.problem ?? 'no-registry';
        return [
          warningOf(
            'version-unchecked',
            'notice',
            `Version {version} of {service} cannot be checked: ${WHY[problem]}.`,
            { ...parts, problem, ...(check?.host ? { host: check.host } : {}) },
          ),
        ];
      }
    }
  });
}
