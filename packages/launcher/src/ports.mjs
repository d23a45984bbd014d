import { createServer } from 'node:net';
import { say } from './steps.mjs';

/** Whether nothing listens on the port, on either loopback. */
async function isFree(port) {
  for (const host of ['127.0.0.1', '::1']) {
    const outcome = await new Promise(resolve => {
      const server = createServer();
      server.once('error', error => resolve(error.code));
      server.listen({ port, host }, () => server.close(() => resolve('free')));
    });
    if (outcome !== 'free' && outcome !== 'EADDRNOTAVAIL') {
      return false;
    }
  }
  return true;
}

/**
 * The first free port from `wanted` on; says so when it is another one.
 * @throws when a hundred ports in a row are taken
 */
export async function choosePort(what, wanted) {
  for (let port = wanted; port < wanted + 100; port++) {
    if (await isFree(port)) {
      if (port !== wanted) {
        say(`Port ${wanted} of the ${what} is in use, taking ${port}`);
      }
      return port;
    }
  }
  throw new Error(
    `No free port for the ${what} between ${wanted} and ${
      wanted + 99
    }; end what listens there`,
  );
}
