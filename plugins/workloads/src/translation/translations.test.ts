import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { clustersMessages } from './clusters';
import { messagesZh } from './messagesZh';
import { overviewMessages } from './overview';
import { panelMessages } from './panel';
import { workloadsMessages } from './workloads';

const en: Record<string, string> = flattenMessages({
  workloads: workloadsMessages,
  panel: panelMessages,
  clusters: clustersMessages,
  overview: overviewMessages,
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

  it('fill in nothing that the English ones are not given', () => {
    const wrong = Object.entries(zh).filter(([key, text]) =>
      placesOf(text).some(place => !placesOf(en[key]).includes(place)),
    );
    expect(wrong).toEqual([]);
  });

  it('put no full stop at the end of a label', () => {
    const labels = Object.entries(en).filter(
      ([key, text]) => !/[.]\s*$/.test(text) && /。$/.test(zh[key]),
    );
    expect(labels).toEqual([]);
  });
});
