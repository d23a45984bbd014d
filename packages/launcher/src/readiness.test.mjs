import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { waitUntilReady } from './readiness.mjs';

/** A portal whose backend knows nobody for the first `unready` sign-ins. */
async function startPortal(unready) {
  let refusals = unready;
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const refused =
      request.url.endsWith('/refresh') && refusals-- > 0 ? 404 : 200;
    response.writeHead(refused, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ backstageIdentity: { token: 'token' } }));
  }).listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;
  return { url, asked, close: () => server.close() };
}

const running = { name: 'backend', running: true, tail: '' };

test('waits until somebody can sign in', async () => {
  const portal = await startPortal(2);
  await waitUntilReady({
    appUrl: portal.url,
    backendUrl: portal.url,
    groups: [running],
  });
  const signIns = portal.asked.filter(url => url.endsWith('/refresh'));
  assert.equal(signIns.length, 3);
  assert.ok(portal.asked.includes('/api/workloads/clusters'));
  portal.close();
});

for (const [what, group] of [
  ['ended', { ...running, running: false, tail: 'gone' }],
  ['crashed', { ...running, tail: 'Error: no such key\n\nNode.js v24.1.0' }],
]) {
  test(`does not wait for a process that ${what}`, async () => {
    const portal = await startPortal(Number.MAX_SAFE_INTEGER);
    await assert.rejects(
      waitUntilReady({
        appUrl: portal.url,
        backendUrl: portal.url,
        groups: [group],
      }),
      error => error.message.includes(group.tail),
    );
    portal.close();
  });
}
