import { z } from 'zod';
import { RegistryOptions } from '../config/types';
import { parseChallenge } from './parseChallenge';
import { RegistryError } from './RegistryError';
import { RegistryHttp } from './RegistryHttp';
import { refuseStatus } from './refuseStatus';
import { readJson } from './readJson';

/** Bytes of the answer with a token. */
const MAX_TOKEN = 64 * 1024;
/** What the specification says where an answer does not. */
const DEFAULT_LIFE = 60;
/** A token is not used in its last seconds: the registry's clock may be ahead. */
const SPARE = 10;
const MAX_KEPT = 500;

const tokenSchema = z.object({
  token: z.string().min(1).optional(),
  access_token: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
});

interface Token {
  readonly authorization: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Gets what a registry wants to see before it answers, and keeps it as long as it is good. */
export class RegistryAuth {
  readonly #options: RegistryOptions;
  readonly #http: RegistryHttp;
  readonly #now: () => number;
  readonly #tokens = new Map<string, Token>();
  readonly #asked = new Map<string, Promise<Token>>();
  #wantsBasic = false;

  static create(options: {
    readonly options: RegistryOptions;
    readonly http: RegistryHttp;
    readonly now: () => number;
  }): RegistryAuth {
    return new RegistryAuth(options);
  }

  private constructor(given: {
    readonly options: RegistryOptions;
    readonly http: RegistryHttp;
    readonly now: () => number;
  }) {
    this.#options = given.options;
    this.#http = given.http;
    this.#now = given.now;
  }

  /** What is known to be wanted for a repository. */
  known(path: string): string | undefined {
    const token = this.#tokens.get(path);
    if (token && token.until > this.#now()) {
      return token.authorization;
    }
    const { username, password } = this.#options;
    if (username === undefined && password !== undefined) {
      return `Bearer ${password}`;
    }
    return this.#wantsBasic ? this.#basic() : undefined;
  }

  /**
   * What a refusal asks for.
   *
   * @param header - `WWW-Authenticate` of the refusal
   * @param refused - what was sent and not taken
   * @throws RegistryError when there is nothing else to show
   */
  async answer(
    path: string,
    header: string,
    refused: string | undefined,
  ): Promise<string> {
    const challenge = parseChallenge(header);
    const basic = this.#basic();
    if (challenge?.scheme === 'bearer') {
      if (this.#tokens.get(path)?.authorization === refused) {
        this.#tokens.delete(path);
      }
      const realm = this.#realm(challenge.realm);
      const { authorization } = await this.#token(path, realm, challenge);
      return authorization;
    }
    if (challenge?.scheme === 'basic' && basic && basic !== refused) {
      this.#wantsBasic = true;
      return basic;
    }
    throw new RegistryError(
      'unauthorized',
      `Registry ${this.#options.host} ${
        basic ? 'does not take the configured credentials' : 'wants credentials'
      }`,
    );
  }

  #basic(): string | undefined {
    const { username, password = '' } = this.#options;
    return username === undefined
      ? undefined
      : `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  /** Where tokens are given. The answer of a registry chooses no host. */
  #realm(text: string): URL {
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    if (!realm || !this.#http.isOwn(realm)) {
      throw new RegistryError(
        'elsewhere',
        `Registry ${this.#options.host} has tokens given at ${
          realm?.origin ?? 'what is no address'
        }, which is not its tokenUrl`,
      );
    }
    return realm;
  }

  /** One question for all who need the same at the same time. */
  #token(
    path: string,
    realm: URL,
    challenge: { readonly service?: string },
  ): Promise<Token> {
    const asked = this.#asked.get(path);
    if (asked) {
      return asked;
    }
    const asking = this.#askToken(path, realm, challenge.service).finally(() =>
      this.#asked.delete(path),
    );
    this.#asked.set(path, asking);
    return asking;
  }

  async #askToken(
    path: string,
    realm: URL,
    service: string | undefined,
  ): Promise<Token> {
    const url = new URL(realm);
    if (service !== undefined) {
      url.searchParams.set('service', service);
    }
    url.searchParams.set('scope', `repository:${path}:pull`);
    const { host } = this.#options;
    const answer = await this.#http.ask({
      url,
      accept: 'application/json',
      authorization: this.#basic(),
      limit: MAX_TOKEN,
    });
    refuseStatus(`The token server of ${host}`, answer, this.#now());
    const said = readJson(`The token server of ${host}`, answer, tokenSchema);
    const token = said.token ?? said.access_token;
    if (token === undefined) {
      throw new RegistryError(
        'not-a-registry',
        `The token server of ${host} gives no token`,
      );
    }
    const life = Math.max(said.expires_in ?? DEFAULT_LIFE, SPARE) - SPARE;
    const kept = {
      authorization: `Bearer ${token}`,
      until: this.#now() + life * 1000,
    };
    this.#tokens.delete(path);
    this.#tokens.set(path, kept);
    const [oldest] = this.#tokens.keys();
    if (this.#tokens.size > MAX_KEPT) {
      this.#tokens.delete(oldest);
    }
    return kept;
  }
}
