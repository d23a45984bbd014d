import { constants, crc32, deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

const deflate = promisify(deflateRaw);

/** Magic number, deflate, no flags, no time, no hint, unknown system (RFC 1952). */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** A last block with nothing in it (RFC 1951). */
const LAST_BLOCK = Buffer.from([3, 0]);
/** What a stored block can hold. */
const STORED_MAX = 0xffff;

/** A part of an answer, compressed on its own, so that it can be used in many answers. */
export interface GzipPiece {
  readonly text: Buffer;
  /** Deflated, ended at the border of a byte without being the last. */
  readonly deflated: Buffer;
}

/** Compresses a part outside of the event loop. */
export async function gzipPiece(text: Buffer): Promise<GzipPiece> {
  const deflated = await deflate(text, {
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  return { text, deflated };
}

/**
 * A gzip file put together of parts that were compressed earlier: what many answers have in common is compressed once,
 * and an answer costs a copy and a checksum. It is one member, as some browsers read no further than the first.
 */
export class GzipBody {
  readonly #chunks: Buffer[] = [HEADER];
  #checksum = 0;
  #length = 0;

  static create(): GzipBody {
    return new GzipBody();
  }

  private constructor() {}

  add({ text, deflated }: GzipPiece): this {
    this.#count(text);
    this.#chunks.push(deflated);
    return this;
  }

  /** Adds a few bytes as they are. */
  addPlain(text: Buffer): this {
    this.#count(text);
    for (let start = 0; start < text.length; start += STORED_MAX) {
      const part = text.subarray(start, start + STORED_MAX);
      const head = Buffer.alloc(5);
      head.writeUInt16LE(part.length, 1);
      // Its complement, as the format wants it.
      head.writeUInt16LE(STORED_MAX - part.length, 3);
      this.#chunks.push(head, part);
    }
    return this;
  }

  finish(): Buffer {
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(this.#checksum, 0);
    tail.writeUInt32LE(this.#length % 2 ** 32, 4);
    return Buffer.concat([...this.#chunks, LAST_BLOCK, tail]);
  }

  #count(text: Buffer): void {
    this.#checksum = crc32(text, this.#checksum);
    this.#length += text.length;
  }
}
