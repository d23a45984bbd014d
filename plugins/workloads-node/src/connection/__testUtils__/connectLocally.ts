import { once } from 'node:events';
import { Server } from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { KubernetesCredential } from '@backstage/plugin-kubernetes-node';
import { clusterDefinition } from '../../testUtils/clusterDefinition';
import { FakeClock } from '../../testUtils/FakeClock';
import { ClusterDefinition } from '../../types';
import { DefaultClusterConnection } from '../DefaultClusterConnection';

const stops: (() => Promise<unknown>)[] = [];

/** Ends every server and connection of a test after it. */
export function whenDoneStopAll(): void {
  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
  });
}

/** Lets a server listen on a port of this machine. @returns its host with the port */
export async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', socket => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    sockets.forEach(socket => socket.destroy());
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A connection whose credentials are these tokens one after the other, the last for good. */
export function connect(
  fields: Partial<ClusterDefinition>,
  tokens: string[] = ['token'],
): DefaultClusterConnection {
  const connection = DefaultClusterConnection.create({
    cluster: clusterDefinition(fields),
    clock: FakeClock.create(),
    credentials: {
      getCredential: async (): Promise<KubernetesCredential> => ({
        type: 'bearer token',
        token: (tokens.length > 1 ? tokens.shift() : tokens[0]) ?? '',
      }),
    },
  });
  stops.push(() => connection.close());
  return connection;
}
