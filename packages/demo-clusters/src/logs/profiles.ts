import { LineProfile } from './LineProfile';

/**
 * What the services of the demo say. `{hex}`, `{n}`, `{ms}`, `{money}` and `{a|b}` are filled in line by line.
 */
export const profiles: Readonly<Record<string, LineProfile>> = {
  gateway: {
    form: 'json',
    period: 600,
    lines: [
      [
        'info',
        60,
        'request served',
        'path=/v2/{quotes|orders|receipts} status=200 durationMs={ms} traceId={hex}{hex}',
      ],
      [
        'debug',
        18,
        'route matched',
        'route={quotes|orders|receipts} upstream={pricing|orders|notifier}.svc:8080',
      ],
      [
        'warn',
        4,
        'upstream answered late',
        'upstream=pricing.svc:8080 waitedMs=8{n} traceId={hex}{hex}',
      ],
      [
        'error',
        1,
        'upstream did not answer within 3000 ms',
        'upstream=pricing.svc:8080 attempt={1|2|3} traceId={hex}{hex}',
      ],
    ],
  },
  pricing: {
    form: 'json',
    period: 900,
    lines: [
      ['info', 40, 'quotes served', 'count=2000 p95Ms={n}'],
      ['info', 10, 'fare rules read', 'version=2211-{n} rules=38114'],
      ['info', 8, 'fare cache refresh planned', 'every=60s'],
      [
        'debug',
        12,
        'fare cache lookup',
        'zone={cn-sh|cn-hz|my-kl} hit={true|true|false}',
      ],
      ['warn', 2, 'rates synced late', 'regions=38 tookMs=4{n}'],
    ],
  },
  // Slower than the version before, and it says why: the curves of this release tell the same.
  'pricing:5.2.1': {
    form: 'json',
    period: 900,
    lines: [
      ['info', 30, 'quotes served', 'count=2000 p95Ms=2{n}'],
      ['info', 8, 'fare rules read', 'version=2211-{n} rules=38114'],
      [
        'debug',
        10,
        'fare cache lookup',
        'zone={cn-sh|cn-hz|my-kl} hit={true|true|false}',
      ],
      [
        'warn',
        8,
        'quote answered late: fare cache was locked while it grew',
        'waitedMs=2{n} limitMs=150 zone={cn-sh|cn-hz|my-kl}',
      ],
      [
        'warn',
        5,
        'fare cache grew again, nothing was evicted',
        'added=10{n} max=0 version=5.2.1',
      ],
      ['warn', 4, 'garbage collector paused', 'pausedMs=1{n} freedMiB=2'],
      [
        'error',
        2,
        'quote timed out waiting for the fare cache',
        'waitedMs=3000 traceId={hex}{hex}',
      ],
    ],
  },
  orders: {
    form: 'json',
    period: 700,
    lines: [
      [
        'info',
        50,
        'payment authorised',
        'order=8f{hex} amount={money} provider={alipay|card|wechat|fpx}',
      ],
      ['info', 20, 'payment captured', 'order=8f{hex} amount={money}'],
      [
        'info',
        8,
        'price confirmed by pricing 5.2.1',
        'order=8f{hex} rule=peak-{1|2|3}',
      ],
      [
        'warn',
        4,
        'payment provider slow, trying the next',
        'provider=alipay waited=1.{n}s limit=1.0s',
      ],
      [
        'error',
        2,
        'payment capture failed: pricing did not answer within 3000 ms',
        'order=8f{hex} attempt={1|2} durationMs=3000 upstream=pricing.svc:8080',
      ],
      ['debug', 6, 'GET /healthz', 'status=200'],
    ],
  },
  refunds: {
    form: 'logfmt',
    period: 1200,
    lines: [
      [
        'info',
        40,
        'refund accepted',
        'refund=r-77{n} order=8e{hex} amount={money}',
      ],
      ['info', 10, 'settlement batch opened', 'batch=2211-{n} cut=13:30'],
      ['debug', 15, 'ledger lookup', 'account=m-44{n} cache={hit|miss}'],
      [
        'warn',
        6,
        'refund waits for settlement',
        'refund=r-77{n} batch=2211-{n}',
      ],
      [
        'error',
        3,
        'refund refused: insufficient balance',
        'refund=r-77{n} account=m-44{n} need={money}',
      ],
    ],
  },
  ledger: {
    form: 'klog',
    period: 1000,
    lines: [
      [
        'info',
        40,
        'Posted entry',
        'account="m-44{n}" amount="{money}" took="{ms}ms"',
      ],
      ['info', 12, 'Closed batch', 'batch="2211-{n}" entries=4{n}'],
      ['warn', 3, 'Slow commit', 'took="9{n}ms" limit="500ms"'],
      ['error', 1, 'Replica lags', 'replica="ledger-b" behind="{n}s"'],
    ],
  },
  risk: {
    form: 'logfmt',
    period: 800,
    lines: [
      ['info', 40, 'scored', 'order=8f{hex} score=0.{n} model=2026-10'],
      [
        'warn',
        4,
        'score above limit, asks a person',
        'order=8f{hex} score=0.9{n}',
      ],
      ['debug', 10, 'features read', 'order=8f{hex} count=2{n} took={ms}ms'],
    ],
  },
  matching: {
    form: 'json',
    period: 500,
    lines: [
      ['info', 50, 'ride matched', 'ride={hex} driver=d-{n} waitedMs={ms}'],
      ['debug', 20, 'candidates ranked', 'ride={hex} count={n}'],
      [
        'warn',
        4,
        'no driver near by, radius widened',
        'ride={hex} radius={2|3|5}km',
      ],
    ],
  },
  'trips-db': {
    form: 'plain',
    period: 1500,
    lines: [
      ['info', 30, 'LOG:  checkpoint complete: wrote {n} buffers', ''],
      ['warn', 2, 'WARNING:  there is no transaction in progress', ''],
      [
        'info',
        10,
        'LOG:  automatic vacuum of table "trips.public.legs": index scans: 1',
        '',
      ],
    ],
  },
};

/** What a container says that no profile is written for. */
export const plainProfile: LineProfile = {
  form: 'logfmt',
  period: 1000,
  lines: [
    [
      'info',
      50,
      'request served',
      'path=/api/{items|state|jobs} status=200 took={ms}ms',
    ],
    ['debug', 15, 'cache lookup', 'key={hex} hit={true|false}'],
    ['warn', 4, 'answer took long', 'took=9{n}ms'],
    ['error', 1, 'request failed', 'status=503 attempt={1|2|3}'],
  ],
};

/** The last words before a container is killed for its memory, with the milliseconds before the end. */
export const outOfMemoryEnd: readonly [number, string][] = [
  [
    58_000,
    'level=info msg="fare cache loading" entries=1098720 source=fare-rules',
  ],
  [52_000, 'level=info msg="fare cache loaded" entries=1098720 heap=371MiB'],
  [
    48_000,
    'level=warn msg="fare cache grew again, nothing was evicted" added=105611 max=0',
  ],
  [
    30_000,
    'level=info msg="fare cache loading" entries=1204331 source=fare-rules',
  ],
  [24_000, 'level=warn msg="heap above 80%" used=410MiB max=512MiB'],
  [16_000, 'level=warn msg="garbage collector paused 1.1 s" freed=6MiB'],
  [10_000, 'level=warn msg="garbage collector paused 1.9 s" freed=2MiB'],
  [5_000, 'level=error msg="quote timed out" order=8f2d1 waited=3000ms'],
  [2_000, 'level=warn msg="heap above 95%" used=489MiB max=512MiB'],
  [140, 'java.lang.OutOfMemoryError: Java heap space'],
  [140, '    at pricing.cache.FareCache.load(FareCache.java:118)'],
  [140, '    at pricing.cache.FareCache.refresh(FareCache.java:74)'],
  [140, '    at pricing.Scheduler.tick(Scheduler.java:41)'],
];

/** The last words of a container that ends with an error. */
export const crashEnd: readonly [number, string][] = [
  [900, 'level=info msg="reading configuration" file=/etc/app/config.yaml'],
  [
    300,
    'level=error msg="cannot reach the database, giving up" host=db.svc:5432 attempts=5',
  ],
  [100, 'panic: dial tcp: connection refused'],
  [100, 'goroutine 1 [running]:'],
  [100, '\tmain.main()'],
];

/** The last words of a container that ends well. */
export const goodEnd: readonly [number, string][] = [
  [100, 'level=info msg="done, nothing left to do"'],
];
