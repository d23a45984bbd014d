/**
 * Whether the portal runs on this Node: 22 from 22.19 (undici asks for it) or 24.
 *
 * @param {string} version such as `22.19.0`
 */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 19);
}
