import { flattenMessages } from './flattenMessages';
import { messages } from './messages';
import { messagesZh } from './messagesZh';

const en: Record<string, string> = flattenMessages(messages);
const zh: Record<string, string> = flattenMessages(messagesZh);

describe('the Chinese words that all screens share', () => {
  it('stand for the same keys as the English ones', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('are Chinese', () => {
    const left = Object.entries(zh).filter(
      ([, text]) => !/[\p{Script=Han}，]/u.test(text),
    );
    expect(left).toEqual([]);
  });
});
