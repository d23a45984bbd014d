import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Chance } from './Chance';
import { ModelBody } from './ModelBody';

/** Lines that a server may send again. */
const REMEMBERED = 4;

/** Milliseconds between the pieces of a line that trickles. */
const TRICKLE_MS = 700;

/** One open watch on its way from the server to the client, with what can go wrong there. */
export class ModelWire {
  readonly body = ModelBody.create();
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #waiting: string[] = [];
  readonly #recent: string[] = [];
  #silent = false;
  #held = false;
  #next: 'whole' | 'lost' | 'garbled' | 'trickled' | 'cut' = 'whole';
  #cancel = () => {};

  static create(clock: Clock, chance: Chance): ModelWire {
    return new ModelWire(clock, chance);
  }

  private constructor(clock: Clock, chance: Chance) {
    this.#clock = clock;
    this.#chance = chance;
    this.body.onClose(() => this.#cancel());
  }

  send(type: string, object: unknown): void {
    const line = JSON.stringify({ type, object });
    this.#recent.push(line);
    this.#recent.splice(0, this.#recent.length - REMEMBERED);
    this.#offer(line);
  }

  /** Nothing arrives any more, and nobody says so. */
  silence(): void {
    this.#silent = true;
  }

  /** What is sent meanwhile arrives later, in order. */
  hold(milliseconds: number): void {
    if (this.#held) {
      return;
    }
    this.#held = true;
    this.#cancel = this.#clock.after(milliseconds, () => this.#release());
  }

  /** The last lines arrive once more, in order, and perhaps not at once. */
  repeat(): void {
    const [first, ...others] = this.#recent.slice(
      -1 - this.#chance.below(REMEMBERED),
    );
    if (first !== undefined) {
      this.#offer(first);
    }
    if (this.#chance.happens(0.5)) {
      this.hold(this.#chance.between(100, 3_000));
    }
    others.forEach(line => this.#offer(line));
  }

  /** What becomes of the next line. */
  spoilNext(how: 'lost' | 'garbled' | 'trickled' | 'cut'): void {
    this.#next = how;
  }

  end(): void {
    this.body.end();
  }

  reset(): void {
    this.body.fail(new Error('read ECONNRESET'));
  }

  #offer(line: string): void {
    if (this.#silent) {
      return;
    }
    if (this.#held) {
      this.#waiting.push(line);
      return;
    }
    const how = this.#next;
    this.#next = 'whole';
    const half = Math.floor(line.length / 2);
    switch (how) {
      case 'lost':
        break;
      case 'garbled':
        this.#write(`${line.slice(0, half)}\n`);
        break;
      case 'cut':
        this.#write(line.slice(0, half));
        this.end();
        break;
      case 'trickled':
        this.#held = true;
        this.#trickle(Buffer.from(`${line}\n`));
        break;
      default:
        this.#write(`${line}\n`);
    }
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    const cut = this.#chance.happens(0.2)
      ? this.#chance.below(bytes.length)
      : bytes.length;
    this.body.push(bytes.subarray(0, cut));
    this.body.push(bytes.subarray(cut));
  }

  #trickle(bytes: Buffer): void {
    const piece = 1 + this.#chance.below(60);
    this.body.push(bytes.subarray(0, piece));
    this.#cancel = this.#clock.after(TRICKLE_MS, () =>
      piece < bytes.length
        ? this.#trickle(bytes.subarray(piece))
        : this.#release(),
    );
  }

  #release(): void {
    this.#held = false;
    while (!this.#held && this.#waiting.length > 0) {
      this.#offer(this.#waiting.shift() ?? '');
    }
  }
}
