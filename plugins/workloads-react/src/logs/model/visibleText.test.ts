import { fieldText, visibleText } from './visibleText';

const OF = (...codes: number[]) => String.fromCharCode(...codes);

describe('visibleText', () => {
  it('shows what turns the direction of a line or has no width', () => {
    expect(visibleText(`user ${OF(0x202e)}nimda${OF(0x202c)} in`)).toBe(
      'user ‹U+202E›nimda‹U+202C› in',
    );
    expect(visibleText(`pay${OF(0x200b)}ment${OF(0xfeff)}`)).toBe(
      'pay‹U+200B›ment‹U+FEFF›',
    );
  });

  it('leaves scripts and emoji as they are', () => {
    for (const text of ['订单已支付', 'سفارش', `👩${OF(0x200d)}💻`, 'a\tb']) {
      expect(visibleText(text)).toBe(text);
    }
  });

  it('takes codes out of a value that JSON has escaped, and keeps its breaks', () => {
    expect(fieldText(`${OF(27)}[31mred${OF(27)}[0m\n\tat x`)).toBe(
      'red\n\tat x',
    );
    expect(fieldText(`${OF(27)}]0;title${OF(7)}ok`)).toBe('ok');
  });
});
