import { fieldText, visibleText } from './visibleText';

const charsOf = (...codes: number[]) => String.fromCharCode(...codes);

describe('visibleText', () => {
  it('shows what turns the direction of a line or has no width', () => {
    expect(
      visibleText(`user ${charsOf(0x202e)}nimda${charsOf(0x202c)} in`),
    ).toBe('user ‹U+202E›nimda‹U+202C› in');
    expect(visibleText(`pay${charsOf(0x200b)}ment${charsOf(0xfeff)}`)).toBe(
      'pay‹U+200B›ment‹U+FEFF›',
    );
  });

  it('leaves scripts and emoji as they are', () => {
    for (const text of [
      '订单已支付',
      'سفارش',
      `👩${charsOf(0x200d)}💻`,
      'a\tb',
    ]) {
      expect(visibleText(text)).toBe(text);
    }
  });

  it('takes codes out of a value that JSON has escaped, and keeps its breaks', () => {
    expect(fieldText(`${charsOf(27)}[31mred${charsOf(27)}[0m\n\tat x`)).toBe(
      'red\n\tat x',
    );
    expect(fieldText(`${charsOf(27)}]0;title${charsOf(7)}ok`)).toBe('ok');
  });
});
