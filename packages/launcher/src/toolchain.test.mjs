import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSupportedNode } from './toolchain.mjs';

test('knows on which Node the portal runs', () => {
  for (const version of ['22.19.0', '22.20.1', '24.0.0', '24.21.0']) {
    assert.equal(isSupportedNode(version), true, version);
  }
  for (const version of ['18.20.0', '20.20.2', '22.18.0', '23.5.0', '26.0.0']) {
    assert.equal(isSupportedNode(version), false, version);
  }
});
