import { secretAddresses } from './secretAddresses';

const names = {
  services: new Set(['orders-db', 'queue', 'kafka', 'postgres']),
  namespace: 'shop',
};
const read = (key: string, value: string) =>
  secretAddresses(key, Buffer.from(value).toString('base64'), names);

describe('secretAddresses', () => {
  it.each([
    ['uri', 'jdbc:mysql://orders-db/x?password=canary', 'mysql://orders-db'],
    ['uri', 'amqp://user:canary@queue:5672/', 'amqp://queue'],
    [
      'url',
      'postgres://u:canary@orders-db.shop.svc.cluster.local/x',
      'postgres://orders-db.shop',
    ],
    ['dsn', 'root:canary@tcp(orders-db:3306)/x', '//orders-db'],
    [
      'brokers',
      'kafka-1.kafka.shop.svc:9092,kafka-0.kafka:9092',
      '//kafka-0.kafka.shop //kafka-0.kafka',
    ],
    ['DB_HOST', 'orders-db', '//orders-db'],
  ])('tells where %s leads', (key, value, told) => {
    expect(read(key, value)).toBe(told);
  });

  it.each([
    ['password', 'postgres'],
    ['password', 'canary'],
    ['DB_HOST', 'orders-db.example.com'],
    ['uri', 'mysql://orders-db.elsewhere.svc:3306/x'],
    ['uri', `mysql://orders-db:3306/${'x'.repeat(20_000)}`],
    ['DB_HOST', 'canary'],
  ])('says nothing else of %s', (key, value) => {
    expect(read(key, value)).toBe('');
  });

  it('takes what is no text for none', () => {
    expect(secretAddresses('host', 5, names)).toBe('');
    expect(secretAddresses('host', '\u0000!', names)).toBe('');
  });
});
