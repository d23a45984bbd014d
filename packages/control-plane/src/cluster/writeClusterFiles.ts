import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { ClusterTokens, tokenFile } from './accounts';
import { auditPolicy } from './auditPolicy';
import { ClusterFiles } from './programParameters';

/**
 * Writes what the programs of a cluster read at their start.
 * @param kubelets - the configuration of kwok
 */
export function writeClusterFiles(
  files: ClusterFiles,
  tokens: ClusterTokens,
  kubelets: string,
): void {
  mkdirSync(files.certificates, { recursive: true, mode: 0o700 });
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secret = { mode: 0o600 };
  writeFileSync(
    files.serviceAccountKey,
    keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    secret,
  );
  writeFileSync(
    files.serviceAccountPublicKey,
    keys.publicKey.export({ type: 'spki', format: 'pem' }),
  );
  writeFileSync(files.tokens, tokenFile(tokens), secret);
  writeFileSync(files.auditPolicy, auditPolicy());
  writeFileSync(files.stages, kubelets);
}
