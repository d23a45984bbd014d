import { IncomingMessage } from 'node:http';
import { Body } from './Body';

/** One line of a watch. */
export interface WatchEvent {
  readonly type: string;
  readonly object: Body;
}

/** A watch that is being read. */
export class OpenWatch {
  readonly events: WatchEvent[] = [];
  readonly #response: IncomingMessage;
  readonly #ended: Promise<void>;
  #onEvent: () => void = () => {};

  private constructor(response: IncomingMessage) {
    this.#response = response;
    this.#ended = this.#read();
  }

  static read(response: IncomingMessage): OpenWatch {
    return new OpenWatch(response);
  }

  get status(): number {
    return this.#response.statusCode ?? 0;
  }

  /** Resolves when the server has ended the watch in good order. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Waits for an event; the test's own limit of time is the only one. */
  async until(wanted: (event: WatchEvent) => boolean): Promise<WatchEvent> {
    for (;;) {
      const found = this.events.find(wanted);
      if (found) {
        return found;
      }
      await new Promise<void>(resolve => {
        this.#onEvent = resolve;
      });
    }
  }

  close(): void {
    this.#response.destroy();
  }

  async #read(): Promise<void> {
    let rest = '';
    this.#response.setEncoding('utf8');
    try {
      for await (const chunk of this.#response) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines.filter(Boolean)) {
          this.events.push(JSON.parse(line));
        }
        this.#onEvent();
      }
    } catch (error) {
      // A watch that the test itself has cut is no failure.
      if (!this.#response.destroyed) {
        throw error;
      }
    }
  }
}
