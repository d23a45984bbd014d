import {
  EmptyNotice,
  TextButton,
  useLogText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogsViewControl } from './useLogsView';

/** What is said of a service, pod or environment that is not here, or not for this person: both the same. */
export function NothingThere(props: {
  name: string;
  control: LogsViewControl;
}): JSX.Element {
  const { name, control } = props;
  const t = useLogText();
  return (
    <EmptyNotice
      glyph="search"
      title={t('logs.states.unknown.title', { name })}
      actions={
        <TextButton
          onClick={() =>
            control.zoom({
              service: undefined,
              env: [],
              pod: undefined,
              containers: [],
              previous: undefined,
              line: undefined,
            })
          }
        >
          {t('logs.states.unknown.all')}
        </TextButton>
      }
    >
      {t('logs.states.unknown.text')}
    </EmptyNotice>
  );
}
