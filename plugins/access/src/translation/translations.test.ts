import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { auditMessages } from './audit';
import { grantsMessages } from './grants';
import { messagesZh } from './messagesZh';
import { rightsMessages } from './rights';

const en: Record<string, string> = flattenMessages({
  rights: rightsMessages,
  grants: grantsMessages,
  audit: auditMessages,
});
const zh: Record<string, string> = flattenMessages(messagesZh);

/** Names of the places in a message that are filled in. */
function placesOf(message: string): string[] {
  return [...message.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
}

describe('the Chinese texts', () => {
  it('stand for the same keys as the English ones', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('fill in what the English ones are given', () => {
    const wrong = Object.keys(en).filter(
      key => `${placesOf(zh[key])}` !== `${placesOf(en[key])}`,
    );
    expect(wrong).toEqual([]);
  });

  it('are Chinese', () => {
    const left = Object.entries(zh).filter(
      ([, text]) =>
        /[a-z]{3}/.test(text.replace(/\{\{.*?\}\}/g, '')) &&
        !/\p{Script=Han}/u.test(text),
    );
    expect(left).toEqual([]);
  });
});
