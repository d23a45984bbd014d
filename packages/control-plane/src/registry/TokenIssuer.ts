import { execFileSync } from 'node:child_process';
import { createSign, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { RegistryUser } from './RegistryUser';

const ISSUER = 'tokens of one test';
/** Seconds. */
const LIFE = 300;

/** Gives tokens for a registry, as the token specification of registries has it, to who shows name and password. */
export class TokenIssuer {
  readonly #server: Server;
  readonly #service: string;
  readonly #certificate: string;
  readonly #key: string;

  /**
   * @param folder - where key and certificate are put
   * @param service - what the registry calls itself
   */
  static async start(folder: string, service: string): Promise<TokenIssuer> {
    const [key, certificate] = [
      join(folder, 'token.key'),
      join(folder, 'token.crt'),
    ];
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
        ...['-subj', '/CN=tokens', '-keyout', key, '-out', certificate],
      ],
      { stdio: 'ignore' },
    );
    const issuer = new TokenIssuer(service, certificate, key);
    issuer.#server.listen(0, '127.0.0.1');
    await once(issuer.#server, 'listening');
    return issuer;
  }

  private constructor(service: string, certificate: string, key: string) {
    this.#service = service;
    this.#certificate = certificate;
    this.#key = readFileSync(key, 'utf8');
    this.#server = createServer((request, response) => {
      if (request.headers.authorization !== RegistryUser.authorization) {
        response.writeHead(401).end();
        return;
      }
      const { searchParams } = new URL(request.url ?? '/', this.url);
      const [type, name, actions] = (searchParams.get('scope') ?? '').split(
        ':',
      );
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          token: this.#token([{ type, name, actions: actions.split(',') }]),
          expires_in: LIFE,
        }),
      );
    });
  }

  /** `http://127.0.0.1:<port>` */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** For `auth` of the registry's settings. */
  get settings(): object {
    return {
      token: {
        realm: `${this.url}/token`,
        service: this.#service,
        issuer: ISSUER,
        rootcertbundle: this.#certificate,
      },
    };
  }

  /** With which a repository is filled. */
  authorization(path: string): string {
    const actions = ['pull', 'push'];
    return `Bearer ${this.#token([
      { type: 'repository', name: path, actions },
    ])}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #token(access: readonly object[]): string {
    const now = Math.floor(Date.now() / 1000);
    const certificate = readFileSync(this.#certificate, 'utf8').replace(
      /-----[A-Z ]+-----|\s/g,
      '',
    );
    const parts = [
      { typ: 'JWT', alg: 'RS256', x5c: [certificate] },
      {
        iss: ISSUER,
        sub: RegistryUser.known.name,
        aud: this.#service,
        exp: now + LIFE,
        nbf: now - 10,
        iat: now,
        jti: randomUUID(),
        access,
      },
    ].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signed = parts.join('.');
    const signature = createSign('RSA-SHA256')
      .update(signed)
      .sign(this.#key, 'base64url');
    return `${signed}.${signature}`;
  }
}
