/**
 * Makes etcd forget everything before its present revision. It speaks JSON beside gRPC at the same port.
 * @throws Error with its words when it refuses
 */
export async function compactEtcd(port: number): Promise<void> {
  const call = async (path: string, body: object): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`etcd answered ${path} with ${response.status}: ${text}`);
    }
    return text;
  };
  // Any key does: the answer's header tells the revision.
  const { header } = JSON.parse(
    await call('/v3/kv/range', { key: Buffer.from('/').toString('base64') }),
  ) as { header: { revision: string } };
  await call('/v3/kv/compaction', {
    revision: header.revision,
    physical: true,
  });
}
