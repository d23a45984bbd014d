import { useRef } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FailureNote,
  SearchField,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { NoteLine } from './model/matrixLines';
import { useRightsStyles } from './useRightsStyles';

/** Under the people of a department: that they are being read, that they cannot be, or a search among them. */
export function MemberNote(props: {
  line: NoteLine;
  columns: number;
  error: Error | undefined;
  onRetry: () => void;
  onSearch: (q: string) => void;
}): JSX.Element {
  const { line, columns, error, onRetry, onSearch } = props;
  const { group, q, shown, total } = line;
  const classes = useRightsStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const name = group.title;
  const content = () => {
    if (error) {
      return (
        <FailureNote
          title={t('rights.matrix.membersFailed', { name })}
          error={error}
          kind="failed"
          retry={{ label: t('rights.retry'), onRetry }}
        />
      );
    }
    if (shown === undefined) {
      return <Skeleton width="40%" />;
    }
    return (
      <span className={classes.person}>
        <SearchField
          label={t('rights.matrix.search', { name })}
          id={`domaindeck-people-${group.ref}`}
          value={q}
          onChange={onSearch}
          inputRef={input}
          small={false}
        />
        <span role="status">
          {total === 0
            ? t('rights.matrix.noMatch')
            : t('rights.matrix.shown', {
                shown: String(shown),
                total: String(total),
              })}
        </span>
      </span>
    );
  };
  return (
    <tr>
      <td colSpan={columns} className={classes.wide}>
        {content()}
      </td>
    </tr>
  );
}
