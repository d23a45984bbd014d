import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Pod } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Glyph,
  StateWord,
  TextButton,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { PodGroup } from './model/podGroups';
import { PodRows } from './PodRows';
import { useKeptOrder } from './useKeptOrder';
import { usePodStyles } from './usePodStyles';

/** A screenful; thousands of rows at once would make the page slow. */
const PAGE = 50;

/** Pods in one state as one row, the pods themselves when it is open. */
export function PodGroupRows(props: {
  group: PodGroup;
  isOpen: (pod: Pod) => boolean;
  onToggle: (pod: Pod) => void;
  lastKnown: boolean;
}): JSX.Element {
  const { group, isOpen, onToggle, lastKnown } = props;
  const classes = usePodStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const pods = useKeptOrder(group.pods, pod => pod.uid);
  const state = say(group.phrase);
  const restarts = group.pods.reduce((sum, pod) => sum + pod.restarts, 0);
  return (
    <>
      <tr className={classes.group}>
        <td>
          <button
            type="button"
            className={classes.open}
            aria-expanded={open}
            aria-label={`${t('panel.pods.openGroup')}: ${state}`}
            onClick={() => setOpen(!open)}
          >
            <Glyph name={open ? 'down' : 'right'} size={12} />
            {t('panel.pods.group', { count: group.pods.length })}
          </button>
        </td>
        <td>
          <StateWord kind={lastKnown ? 'unknown' : group.mark}>
            {state}
          </StateWord>
        </td>
        <td className={restarts > 0 ? classes.many : undefined}>{restarts}</td>
        <td />
      </tr>
      {open &&
        pods
          .slice(0, limit)
          .map(pod => (
            <PodRows
              key={pod.uid}
              pod={pod}
              open={isOpen(pod)}
              onToggle={onToggle}
              lastKnown={lastKnown}
            />
          ))}
      {open && pods.length > limit && (
        <tr>
          <td colSpan={4}>
            <TextButton look="link" onClick={() => setLimit(limit + PAGE)}>
              {t('panel.pods.more', {
                count: Math.min(PAGE, pods.length - limit),
              })}
            </TextButton>
          </td>
        </tr>
      )}
    </>
  );
}
