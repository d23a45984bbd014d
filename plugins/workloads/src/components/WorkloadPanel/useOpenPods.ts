import { useCallback, useRef, useState } from 'react';
import { Pod } from '@domaindeck/backstage-plugin-workloads-common';
import { podState } from './model/podState';

/** So many sick pods open by themselves; the others are as sick, and the page stays readable. */
const OPENS_ITSELF = 3;

/**
 * Which pods show their containers: the first sick ones by themselves, else as the reader last said. A pod that opened by
 * itself stays open when it gets well, so that nothing moves.
 */
export function useOpenPods(pods: readonly Pod[]): {
  isOpen: (pod: Pod) => boolean;
  toggle: (pod: Pod) => void;
} {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const opened = useRef(new Set<string>());
  for (const pod of pods) {
    if (opened.current.size < OPENS_ITSELF && isSick(pod)) {
      opened.current.add(pod.uid);
    }
  }
  const isOpen = useCallback(
    (pod: Pod) => said.get(pod.uid) ?? opened.current.has(pod.uid),
    [said],
  );
  const toggle = useCallback((pod: Pod) => {
    setSaid(before =>
      new Map(before).set(
        pod.uid,
        !(before.get(pod.uid) ?? opened.current.has(pod.uid)),
      ),
    );
  }, []);
  return { isOpen, toggle };
}

function isSick(pod: Pod): boolean {
  const { mark } = podState(pod, 0);
  return mark === 'failed' || mark === 'degraded';
}
