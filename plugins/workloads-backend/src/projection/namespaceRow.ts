import { Fields } from './Fields';
import { objectMeta } from './objectMeta';
import { NamespaceRow } from './rows';

const OWN_ANNOTATIONS = 'domaindeck.io/';

/**
 * Keeps of a namespace what binds it to a domain.
 * @throws InputError when the namespace has no uid or no name
 */
export function namespaceRow(raw: unknown): NamespaceRow {
  const object = Fields.of(raw);
  const metadata = object.at('metadata');
  return {
    ...objectMeta('Namespace', raw),
    terminating:
      object.at('status').text('phase') === 'Terminating' ||
      metadata.time('deletionTimestamp') !== undefined,
    labels: metadata.texts('labels'),
    annotations: metadata.texts('annotations', name =>
      name.startsWith(OWN_ANNOTATIONS),
    ),
  };
}
