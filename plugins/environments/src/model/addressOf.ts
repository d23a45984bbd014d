import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

/** Where an environment is opened, or why it is not. */
export type AddressTold =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'asleep' | 'soon' | 'notYet' | 'none' };

/** The first address of an environment as it stands. Only web addresses are led to. */
export function addressOf(record: EnvironmentRecord): AddressTold {
  const url = record.addresses.find(one => /^https?:\/\//.test(one.url))?.url;
  switch (record.state) {
    case 'ready':
    case 'updating':
      return url ? { kind: 'open', url } : { kind: 'none' };
    case 'asleep':
      return { kind: url ? 'asleep' : 'none' };
    case 'failed':
      return record.readyAt && url ? { kind: 'open', url } : { kind: 'notYet' };
    case 'deleting':
    case 'gone':
      return { kind: 'none' };
    default:
      return { kind: 'soon' };
  }
}
