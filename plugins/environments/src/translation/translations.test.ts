import { flattenMessages } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsMessages } from './environmentsTranslationRef';
import { messagesZh } from './messagesZh';

const en: Record<string, string> = flattenMessages(environmentsMessages);
const zh: Record<string, string> = flattenMessages(messagesZh);

/** Names of the places in a message that are filled in. */
function placesOf(message: string): string[] {
  return [...message.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
}

/** Words that nobody has to know who makes an environment. */
const TECHNICAL =
  /\b(kubernetes|kubectl|namespaces?|pods?|deployments?|statefulsets?|replicas?|ingress|configmaps?|helm|CRDs?|nodes?|containers?)\b/i;

describe('the Chinese texts', () => {
  it('stand for the same keys as the English ones', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('fill in nothing that the English ones are not given', () => {
    const wrong = Object.entries(zh).filter(
      ([key, text]) =>
        // These say in English what the backend says; their places are held against the backend’s sentences elsewhere.
        !key.startsWith('warning.sentence.') &&
        placesOf(text).some(place => !placesOf(en[key]).includes(place)),
    );
    expect(wrong).toEqual([]);
  });

  it('put no full stop at the end of a label', () => {
    const labels = Object.entries(en).filter(
      ([key, text]) =>
        text !== '{{message}}' && !/[.]\s*$/.test(text) && /。$/.test(zh[key]),
    );
    expect(labels).toEqual([]);
  });
});

describe('the texts', () => {
  it('need no knowledge of what is underneath', () => {
    const technical = [en, zh].flatMap(texts =>
      Object.entries(texts).filter(([, text]) =>
        TECHNICAL.test(text.replace(/\{\{.*?\}\}/g, '')),
      ),
    );
    expect(technical).toEqual([]);
  });
});
