/** An address of the baseline that is no name of the cluster's DNS, and the Service to which it leads. */
export interface FixedAddress {
  /** An address that somebody fixed, or a host of the internet. */
  readonly text: string;
  readonly service: string;
  /** Of a host: the beginning of the paths that lead to this Service; the longest counts. */
  readonly path?: string;
  /** Of a host: the address that the environment has in its place, such as `http://shop-mine.dev.example`. */
  readonly url?: string;
}

/** What the baseline's addresses are made of. */
export interface AddressNames {
  /** Names of the baseline's Services. */
  readonly services: Iterable<string>;
  /** Of the baseline. */
  readonly namespace: string;
  readonly clusterDomain: string;
  readonly fixed?: readonly FixedAddress[];
}

/** One address in a text. */
interface Found {
  readonly service: string;
  /** The text that leads to the environment in its place; undefined where there is none. */
  readonly here: (namespace: string) => string | undefined;
}

/**
 * Finds full names of the baseline's Services in texts, and leads them elsewhere. `pricing.payments.example.com` is a
 * name of the internet and none of the baseline's, unless the baseline answers to it.
 */
export class BaselineAddresses {
  readonly #services: ReadonlySet<string>;
  readonly #names: RegExp;
  readonly #fixed: RegExp | undefined;
  readonly #byText = new Map<string, FixedAddress[]>();

  constructor(names: AddressNames) {
    this.#services = new Set(names.services);
    const { namespace, clusterDomain, fixed = [] } = names;
    const after = `(?:\\.svc(?:\\.${escape(clusterDomain)})?)?`;
    // A longer name ends here too, unless what is before is a single pod (`kafka-0.kafka`, `kafka-$i.kafka`). What is
    // followed by its value is the name of a setting (`cache.default = 5`).
    this.#names = new RegExp(
      `(?<![\\w-])(?<![\\w-]\\.(?<!(?:-\\d+|\\$\\w+)\\.))([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\\.${escape(
        namespace,
      )}(${after})(?![\\w-])(?!\\.[\\w-])(?!\\s*=|:\\s|:$)`,
      'gm',
    );
    for (const one of fixed) {
      this.#byText.set(one.text, [...(this.#byText.get(one.text) ?? []), one]);
    }
    const texts = [...this.#byText.keys()].map(escape).join('|');
    this.#fixed = texts
      ? new RegExp(
          `((?:https?|wss?)://)?(?<![\\w.-])(${texts})(?![\\w-])(?!\\.[\\w-])((?::\\d+)?)(/[\\w./-]*)?`,
          'g',
        )
      : undefined;
  }

  /** Names of Services that a text calls by their full name, or by another address that passes by every environment. */
  find(text: string): string[] {
    const found: string[] = [];
    this.#replace(text, one => {
      found.push(one.service);
      return undefined;
    });
    return found;
  }

  /** Leads some of the names to another namespace. */
  rewrite(text: string, names: ReadonlySet<string>, namespace: string): string {
    return this.#replace(text, one =>
      names.has(one.service) ? one.here(namespace) : undefined,
    );
  }

  #replace(text: string, change: (one: Found) => string | undefined): string {
    const named = text.replace(
      this.#names,
      (whole, service: string, after: string) =>
        (this.#services.has(service)
          ? change({
              service,
              here: namespace => `${service}.${namespace}${after}`,
            })
          : undefined) ?? whole,
    );
    return this.#fixed
      ? named.replace(this.#fixed, (whole, scheme, address, port, path) => {
          const fixed = this.#leadsTo(address, path ?? '/');
          return (
            (fixed &&
              change({
                service: fixed.service,
                here: () => hereOf(fixed, scheme, port, path),
              })) ??
            whole
          );
        })
      : named;
  }

  #leadsTo(address: string, path: string): FixedAddress | undefined {
    return (this.#byText.get(address) ?? [])
      .filter(one => path.startsWith(one.path ?? ''))
      .sort((a, b) => (b.path ?? '').length - (a.path ?? '').length)[0];
  }
}

/** A fixed address becomes the name of its Service, a host the environment's. */
function hereOf(
  fixed: FixedAddress,
  scheme = '',
  port = '',
  path = '',
): string | undefined {
  if (fixed.path === undefined) {
    return `${scheme}${fixed.service}${port}${path}`;
  }
  if (!fixed.url) {
    return undefined;
  }
  const [ours, host] = fixed.url.split('://');
  const secure = ours === 'https';
  const plain = scheme.startsWith('ws') ? 'ws' : 'http';
  return `${scheme && `${plain}${secure ? 's' : ''}://`}${host}${path}`;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
