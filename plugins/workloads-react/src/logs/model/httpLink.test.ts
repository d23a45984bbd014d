import { httpLink } from './httpLink';

describe('httpLink', () => {
  it('takes addresses of the web', () => {
    expect(httpLink('https://traces.example.com/t/4bf9?x=1')).toBe(
      'https://traces.example.com/t/4bf9?x=1',
    );
    expect(httpLink('HTTP://a.example/')).toBe('http://a.example/');
  });

  it.each([
    ['java', 'script:alert(1)'].join(''),
    'data:text/html,<script>',
    ' https://a.example',
    'https://bank.example@evil.example/',
    'https://',
    'see https://a.example',
    '//a.example',
  ])('takes %j for words', value => {
    expect(httpLink(value)).toBeUndefined();
  });
});
