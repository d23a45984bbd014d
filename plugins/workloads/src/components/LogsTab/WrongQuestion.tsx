import {
  EmptyNotice,
  RangeDuration,
  TextButton,
  useLogText,
  wordsOfError,
  wrongCondition,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogsViewControl } from './useLogsView';

/** The longest that every backend gives. */
const LONGEST: RangeDuration = 'P30D';

/** Why nothing can be asked for the view as it stands, and what to change of it. */
export function WrongQuestion(props: {
  error: Error;
  control: LogsViewControl;
}): JSX.Element {
  const { error, control } = props;
  const { view, change, zoom } = control;
  const t = useLogText();
  const words = wordsOfError(error);
  const condition = wrongCondition(words);
  if (!condition) {
    return (
      <EmptyNotice
        glyph="clock"
        title={t('logs.states.wrong.time')}
        actions={
          <TextButton
            onClick={() =>
              zoom({
                range: { kind: 'last', duration: LONGEST },
                line: undefined,
              })
            }
          >
            {t('logs.states.wrong.last', {
              span: t(`logs.time.span.${LONGEST}`),
            })}
          </TextButton>
        }
      >
        {words}
      </EmptyNotice>
    );
  }
  const chip = view.chips.filter(one => one.kind === condition.kind)[
    condition.place
  ];
  return (
    <EmptyNotice
      glyph="filter"
      title={t('logs.states.wrong.title')}
      actions={
        chip && (
          <TextButton
            onClick={() =>
              change({ chips: view.chips.filter(one => one !== chip) })
            }
          >
            {t('logs.states.noMatch.drop', { text: chip.text })}
          </TextButton>
        )
      }
    >
      {t('logs.query.wrongAt', { ...condition })}
    </EmptyNotice>
  );
}
