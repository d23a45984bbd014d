import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChoiceMenu,
  clockTime,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ChangedSince } from '../parts/model/viewState';

const STEP_MS = 60_000;
const ANY = 'any';

/** Chooses since when something must have changed to be shown. */
export function ChangedMenu(props: {
  chosen?: ChangedSince;
  /** When the reader's last look ended, RFC 3339; without it that choice is absent. */
  lastLook?: string;
  onChoose: (since: ChangedSince | undefined) => void;
}): JSX.Element {
  const { chosen, lastLook, onChoose } = props;
  const now = useNow(STEP_MS);
  const { t } = useTranslationRef(workloadsTranslationRef);
  const look =
    lastLook && t('workloads.changed.look', { time: clockTime(lastLook, now) });
  // A link may ask for a look that this reader never had.
  const since = chosen === 'look' && !look ? undefined : chosen;
  const texts: Record<ChangedSince, string | undefined> = {
    yesterday: t('workloads.changed.yesterday'),
    look,
  };
  const choices = (['yesterday', 'look'] as const).flatMap(key => {
    const text = texts[key];
    return text ? [{ key, text, chosen: key === since }] : [];
  });
  return (
    <ChoiceMenu
      label={t('workloads.changed.label')}
      value={(since && texts[since]) ?? t('workloads.changed.any')}
      multiple={false}
      set={since !== undefined}
      choices={[
        {
          key: ANY,
          text: t('workloads.changed.any'),
          chosen: since === undefined,
        },
        ...choices,
      ]}
      onChoose={key =>
        onChoose(choices.find(choice => choice.key === key)?.key)
      }
    />
  );
}
