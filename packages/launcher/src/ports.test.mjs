import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { choosePort } from './ports.mjs';

async function listen(host) {
  const server = createServer().listen({ port: 0, host });
  await once(server, 'listening');
  return server;
}

test('a port in use is passed over', async () => {
  const server = await listen('127.0.0.1');
  const taken = server.address().port;
  const chosen = await choosePort('app', taken);
  assert.ok(chosen > taken, `${chosen} is after ${taken}`);
  server.close();
  await once(server, 'close');
  assert.equal(await choosePort('app', taken), taken);
});
