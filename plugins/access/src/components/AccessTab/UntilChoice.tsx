import { DateTime } from 'luxon';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChoiceMenu,
  useClock,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useDateText } from '../../hooks';
import { accessTranslationRef } from '../../translation';

const ENDS = [
  { key: 'day', days: 1 },
  { key: 'week', days: 7 },
  { key: 'month', days: 28 },
] as const;

/** When a grant ends: at the end of a day, or never. */
export function UntilChoice(props: {
  /** RFC 3339. */
  until: string | undefined;
  onChange: (until: string | undefined) => void;
}): JSX.Element {
  const { until, onChange } = props;
  const clock = useClock();
  const dateText = useDateText();
  const { t } = useTranslationRef(accessTranslationRef);
  const endOf = (days: number) =>
    DateTime.fromMillis(clock.now())
      .plus({ days })
      .endOf('day')
      .startOf('minute')
      .toUTC()
      .toISO({ suppressMilliseconds: true }) ?? undefined;
  const ends = ENDS.map(({ key, days }) => ({ key, at: endOf(days) }));
  const other = until !== undefined && !ends.some(({ at }) => at === until);
  return (
    <ChoiceMenu
      label={t('grants.form.until')}
      value={until ? dateText(until) : t('grants.form.noEnd')}
      multiple={false}
      set={until !== undefined}
      choices={[
        {
          key: 'none',
          text: t('grants.form.noEnd'),
          chosen: until === undefined,
        },
        ...ends.map(({ key, at }) => ({
          key,
          text: `${t(`grants.form.${key}`)} · ${at ? dateText(at) : ''}`,
          chosen: at === until,
        })),
        ...(other
          ? [{ key: 'kept', text: dateText(until), chosen: true }]
          : []),
      ]}
      onChoose={key => {
        if (key !== 'kept') {
          onChange(ends.find(end => end.key === key)?.at);
        }
      }}
    />
  );
}
