import { flattenMessages } from '../translation';
import { messages } from '../translation/messages';
import { messagesZh } from '../translation/messagesZh';
import { problemReasons, stateReasons } from './problemReasons';
import { problemSentences } from './problemSentences';
import { problemSteps } from './problemSteps';
import { fittingText } from './TextRule';

const en: Record<string, string> = flattenMessages(messages);
const zh: Record<string, string> = flattenMessages(messagesZh);

const places = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);

/** What a text may take beside what its rule needs. */
const ALWAYS = ['message', 'why'];

describe('the texts of problems', () => {
  it.each([
    ['sentences', problemSentences],
    ['cells', problemReasons],
    ['steps', problemSteps],
  ])('%s: ask for the facts that they say', (name, table) => {
    for (const rules of Object.values(table)) {
      for (const { key, when = {}, needs = [] } of rules) {
        const given = [...ALWAYS, ...needs, ...Object.keys(when)];
        // A cell is short; what it says may be left out by the backend only where nothing is known.
        const extra = name === 'cells' ? ['reason'] : [];
        for (const text of [en[key], zh[key]]) {
          expect([...given, ...extra]).toEqual(
            expect.arrayContaining(places(text)),
          );
        }
      }
    }
  });

  it.each([
    ['cells', problemReasons],
    ['steps', problemSteps],
  ])('%s: every code has one without any facts', (_, table) => {
    for (const [code, rules] of Object.entries(table)) {
      const facts = { node: 'n', max: '3', pod: 'p' };
      expect([code, fittingText(rules, facts)]).not.toContain(undefined);
    }
  });

  it('steps are English sentences that name nothing of Kubernetes but pods and nodes', () => {
    const steps = Object.entries(en).filter(([key]) => key.startsWith('step.'));
    expect(steps.length).toBeGreaterThan(50);
    for (const [, text] of steps) {
      expect(text).not.toMatch(
        /\{\{message|kube|ReplicaSet|PodScheduled|taint|kubelet|\.$/i,
      );
    }
  });

  it('no text is left that no rule leads to', () => {
    const led = new Set<string>([
      ...Object.values(stateReasons),
      ...[problemReasons, problemSentences, problemSteps].flatMap(table =>
        Object.values(table).flatMap(rules => rules.map(({ key }) => key)),
      ),
    ]);
    expect(
      Object.keys(en).filter(
        key => /^(?:reason|problem|step)\./.test(key) && !led.has(key),
      ),
    ).toEqual([]);
  });
});
