import { Cause, Problem } from '@domaindeck/backstage-plugin-workloads-common';
import { MessageKey } from '@domaindeck/backstage-plugin-workloads-react';
import { clustersMessages } from './clusters';
import { overviewMessages } from './overview';
import { panelMessages } from './panel';

type WithoutPlural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Key of a message of the panel, the Clusters page or the Overview cards; the plural forms of a message are one key. */
export type PhraseKey = WithoutPlural<
  MessageKey<{
    panel: typeof panelMessages;
    clusters: typeof clustersMessages;
    overview: typeof overviewMessages;
  }>
>;

/**
 * A value inside a phrase. Times and spans stay raw until the phrase is said, because how they are written hangs on the
 * reader's language and zone.
 */
export type PhraseValue =
  | string
  | number
  | Phrase
  /** RFC 3339; said as the time of day, with the date unless it is today. */
  | { readonly clock: string }
  /** Milliseconds. */
  | { readonly span: number };

/**
 * What to say, before it is put into a language. Models give phrases, so that they need no translation to be tested.
 * `text` is said as it is: words that come from the cluster. `problem` and
 * `message` are said in the words of their code, `step` is what a person may do next about a problem.
 */
export type Phrase =
  | {
      readonly key: PhraseKey;
      readonly params?: Readonly<Record<string, PhraseValue>>;
    }
  | { readonly text: string }
  | { readonly problem: Problem }
  | { readonly step: Problem }
  | { readonly message: string; readonly cause: Cause | undefined };
