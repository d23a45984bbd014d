import { Request, Response } from 'express';
import { WorkloadSnapshot } from '@domaindeck/backstage-plugin-workloads-common';
import { GzipBody, gzipPiece } from './GzipBody';
import { WorkloadTexts } from './WorkloadTexts';

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

/**
 * Answers with a snapshot. Its workloads were made into text and compressed for whoever was first to ask; what differs
 * between callers and moments (revision, state of the clusters) is short, and comes before them.
 */
export async function sendSnapshot(
  request: Request,
  response: Response,
  snapshot: WorkloadSnapshot,
  texts: WorkloadTexts,
): Promise<void> {
  const { items, ...rest } = snapshot;
  const head = Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"items":[`);
  response.set({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  // Compression in front of us would do it for each answer anew; it leaves alone what is compressed already.
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip', 'identity') !== 'gzip') {
    const parts = items.flatMap(item => [COMMA, texts.json(item)]).slice(1);
    response.end(Buffer.concat([head, ...parts, END]));
    return;
  }
  const [first, ...pieces] = await Promise.all([
    gzipPiece(head),
    ...items.map(item => texts.piece(item)),
  ]);
  const body = GzipBody.create().add(first);
  pieces.forEach((piece, index) => {
    if (index > 0) {
      body.addPlain(COMMA);
    }
    body.add(piece);
  });
  const bytes = body.addPlain(END).finish();
  response.set({
    'content-encoding': 'gzip',
    'content-length': `${bytes.length}`,
  });
  response.end(bytes);
}
