import { createServer } from 'node:net';
import { once } from 'node:events';

/** Finds ports on the loopback that nothing listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  return Promise.all(
    servers.map(async server => {
      const address = server.address();
      server.close();
      await once(server, 'close');
      return typeof address === 'object' ? address!.port : 0;
    }),
  );
}
