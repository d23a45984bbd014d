import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRONT_PROXY, FrontProxyFiles } from '../cluster/programParameters';
import { runProgram } from '../process/runProgram';

/**
 * Makes the keys by which an API server behind the first one knows that it is asked by that one. They live as long as
 * the cluster, and the program `openssl` makes them.
 *
 * @param folder - where they are written
 */
export async function createFrontProxy(
  folder: string,
): Promise<FrontProxyFiles> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(folder, `${FRONT_PROXY}${name}`);
  const days = ['-days', '30'];
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  await runProgram('openssl', [
    'req',
    '-x509',
    ...key,
    ...days,
    ...['-keyout', file('-ca.key'), '-out', file('-ca.crt')],
    ...['-subj', `/CN=${FRONT_PROXY}-ca`],
  ]);
  await runProgram('openssl', [
    'req',
    ...key,
    ...['-keyout', file('.key'), '-out', file('.csr')],
    ...['-subj', `/CN=${FRONT_PROXY}`],
  ]);
  writeFileSync(file('.ext'), 'extendedKeyUsage = clientAuth\n');
  await runProgram('openssl', [
    'x509',
    '-req',
    ...days,
    ...['-in', file('.csr'), '-out', file('.crt')],
    ...['-CA', file('-ca.crt'), '-CAkey', file('-ca.key'), '-CAcreateserial'],
    ...['-extfile', file('.ext')],
  ]);
  return {
    authority: file('-ca.crt'),
    certificate: file('.crt'),
    key: file('.key'),
  };
}
