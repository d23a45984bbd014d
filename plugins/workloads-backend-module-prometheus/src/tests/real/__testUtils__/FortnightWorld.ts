import { MeasureText } from './MeasureText';

/** Seconds between two samples. */
const SCRAPE = 120;
const DAY = 86_400;

/**
 * Two weeks of one service whose values are known: its load is the same every day, and on the tenth day comes a release
 * after which answers take three times as long, a tenth of them fails, and memory grows.
 */
export class FortnightWorld {
  /** Seconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly releasedAt: number;
  readonly #text: MeasureText;

  /** @param nowMs - about which the world ends */
  static create(nowMs: number): FortnightWorld {
    return new FortnightWorld(Math.floor(nowMs / 3_600_000) * 3_600);
  }

  private constructor(to: number) {
    this.to = to;
    this.from = to - 14 * DAY;
    this.releasedAt = to - 4 * DAY;
    this.#text = MeasureText.create(this.from, to, SCRAPE);
    this.#addPod('shop-6b9d-aaaaa', false);
    this.#addPod('shop-7c4f-bbbbb', true);
  }

  /** In OpenMetrics' form. */
  get text(): string {
    return this.#text.text;
  }

  /** Requests since the beginning; 60 a second on average, 30 more at noon and 30 fewer at midnight, UTC. */
  requests(at: number): number {
    const wave = (time: number) =>
      (-30 * DAY * Math.sin((2 * Math.PI * time) / DAY)) / (2 * Math.PI);
    return 60 * (at - this.from) + wave(at) - wave(this.from);
  }

  /** Bytes: a leak of 1 MiB an hour since the release. */
  memory(at: number): number {
    const hours = Math.max(0, at - this.releasedAt) / 3_600;
    return 2 ** 28 + hours * 2 ** 20;
  }

  #addPod(pod: string, isNew: boolean): void {
    const labels = { namespace: 'shop', pod, container: 'shop' };
    const during = <T>(valueAt: (at: number) => T) => {
      return (at: number) =>
        at >= this.releasedAt === isNew ? valueAt(at) : undefined;
    };
    // A pod's counters begin with it.
    const begun = isNew ? this.requests(this.releasedAt) : 0;
    const counted = (share: number) =>
      during(at => (this.requests(at) - begun) * share);
    this.#text.series(
      'container_memory_working_set_bytes',
      labels,
      during(at => this.memory(at)),
    );
    this.#text.series(
      'container_cpu_usage_seconds_total',
      labels,
      counted(0.01),
    );
    const failing = isNew ? 0.1 : 0;
    const name = 'http_server_request_duration_seconds';
    for (const [code, share] of [
      ['200', 1 - failing],
      ['500', failing],
    ] as const) {
      const row = { ...labels, http_response_status_code: code };
      this.#text.series(`${name}_count`, row, counted(share));
      // All of them in one bucket: 0 to 0.2 s before the release, 0 to 0.6 s after it.
      for (const le of ['0.2', '0.6', '+Inf']) {
        const isIn = le !== '0.2' || !isNew;
        this.#text.series(
          `${name}_bucket`,
          { ...row, le },
          counted(isIn ? share : 0),
        );
      }
    }
  }
}
