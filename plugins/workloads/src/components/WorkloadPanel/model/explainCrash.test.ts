import { explainCrash } from './explainCrash';

describe('explainCrash', () => {
  it.each([
    ['outOfMemory', 'java.lang.OutOfMemoryError: Java heap space'],
    [
      'outOfMemory',
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    ],
    ['refused', 'panic: dial tcp 10.0.0.1:5432: connect: connection refused'],
    ['refused', 'Error: connect ECONNREFUSED 127.0.0.1:6379'],
    ['unknownHost', 'lookup db.svc on 10.96.0.10:53: no such host'],
    ['portTaken', 'Error: listen EADDRINUSE: address already in use :::8080'],
    ['configMissing', 'level=fatal msg="environment variable DB_URL not set"'],
    ['configMissing', 'open /etc/app/config.yaml: no such file or directory'],
    ['configMissing', 'missing required configuration: payments.url'],
    ['denied', 'FATAL:  password authentication failed for user "app"'],
    ['diskFull', 'write /data/wal: no space left on device'],
    ['panic', 'panic: runtime error: index out of range [3] with length 3'],
    ['panic', "thread 'main' panicked at src/main.rs:4:5:"],
    ['exception', 'java.lang.IllegalStateException: no route'],
    ['exception', 'ValueError: invalid literal for int()'],
  ])('finds %s in "%s"', (cause, line) => {
    expect(explainCrash(['listens on 8080', line, '\tat main()'])).toEqual({
      index: 1,
      cause,
    });
  });

  it('prefers the narrower cause, then the later line', () => {
    expect(
      explainCrash([
        'connection refused, attempt 1',
        'connection refused, attempt 2',
        'panic: giving up',
      ]),
    ).toEqual({ index: 1, cause: 'refused' });
  });

  it('says nothing where no line does', () => {
    expect(
      explainCrash(['config read', 'request served status=200', 'stopping']),
    ).toBeUndefined();
    expect(explainCrash([])).toBeUndefined();
  });
});
