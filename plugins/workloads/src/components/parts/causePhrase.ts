import { Cause } from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase, PhraseKey } from '../../translation/Phrase';

interface CauseText {
  readonly key: PhraseKey;
  /** Without these facts the text cannot be built. */
  readonly needs: readonly string[];
}

/** What the texts hang on, by the backend's codes. */
export const causeTexts: Readonly<Record<string, CauseText>> = {
  'address.invalid': { key: 'clusters.cause.addressInvalid', needs: ['url'] },
  'address.needsTls': { key: 'clusters.cause.addressNeedsTls', needs: [] },
  'address.notHttp': { key: 'clusters.cause.addressNotHttp', needs: ['url'] },
  'address.redirects': {
    key: 'clusters.cause.addressRedirects',
    needs: ['status'],
  },
  'address.unknown': { key: 'clusters.cause.addressUnknown', needs: ['url'] },
  'cluster.behind': { key: 'clusters.cause.behind', needs: ['resource'] },
  'cluster.firstReading': { key: 'clusters.cause.firstReading', needs: [] },
  'cluster.notReady': { key: 'clusters.cause.notReady', needs: ['status'] },
  'credential.failed': {
    key: 'clusters.cause.credentialFailed',
    needs: ['provider', 'text', 'key'],
  },
  'credential.file': {
    key: 'clusters.cause.credentialFile',
    needs: ['path', 'key'],
  },
  'credential.none': { key: 'clusters.cause.credentialNone', needs: [] },
  'credential.person': {
    key: 'clusters.cause.credentialPerson',
    needs: ['key', 'provider'],
  },
  'credential.provider': {
    key: 'clusters.cause.credentialProvider',
    needs: ['key', 'provider'],
  },
  'credential.refused': { key: 'clusters.cause.credentialRefused', needs: [] },
  'network.broken': { key: 'clusters.cause.networkBroken', needs: ['url'] },
  'network.nobodyListens': {
    key: 'clusters.cause.nobodyListens',
    needs: ['url'],
  },
  'network.noRoute': { key: 'clusters.cause.noRoute', needs: ['url'] },
  'network.silent': { key: 'clusters.cause.networkSilent', needs: ['url'] },
  'network.slow': {
    key: 'clusters.cause.networkSlow',
    needs: ['url', 'seconds'],
  },
  'rights.missing': {
    key: 'clusters.cause.rightsMissing',
    needs: ['verbs', 'resource'],
  },
  'rights.none': { key: 'clusters.cause.rightsNone', needs: [] },
  'rights.untold': { key: 'clusters.cause.rightsUntold', needs: [] },
  'tls.caFile': { key: 'clusters.cause.tlsCaFile', needs: ['path'] },
  'tls.expired': { key: 'clusters.cause.tlsExpired', needs: ['url'] },
  'tls.notSpoken': { key: 'clusters.cause.tlsNotSpoken', needs: ['url'] },
  'tls.notYetValid': { key: 'clusters.cause.tlsNotYetValid', needs: ['url'] },
  'tls.otherHost': { key: 'clusters.cause.tlsOtherHost', needs: ['url'] },
  'tls.plain': { key: 'clusters.cause.tlsPlain', needs: [] },
  'tls.untrusted': { key: 'clusters.cause.tlsUntrusted', needs: ['url'] },
  'tls.unverified': { key: 'clusters.cause.tlsUnverified', needs: [] },
  'token.expired': {
    key: 'clusters.cause.tokenExpired',
    needs: ['time', 'key'],
  },
  'token.expires': {
    key: 'clusters.cause.tokenExpires',
    needs: ['time', 'key'],
  },
};

/** A sentence of the backend in the reader's words where its code is known; else the sentence as it came. */
export function causePhrase(message: string, cause: Cause | undefined): Phrase {
  const text =
    cause && Object.hasOwn(causeTexts, cause.code)
      ? causeTexts[cause.code]
      : undefined;
  const facts = cause?.params ?? {};
  if (!text || !text.needs.every(name => name in facts)) {
    return { text: message };
  }
  const { time, ...words } = facts;
  return {
    key: text.key,
    params: {
      ...words,
      // The English text is the backend's own sentence.
      message,
      ...(time === undefined ? {} : { time: { clock: time } }),
    },
  };
}
