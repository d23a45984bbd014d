import { useNavigate } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { useRefusalText } from '../../../hooks';
import { movedCount } from '../../../model/permitOf';
import { environmentsTranslationRef } from '../../../translation';
import { EntryMenu, MenuEntry, MoreButton } from '../menu';
import { RowActions } from './useRowActions';

/** What can be done from a row. */
interface RowMenuProps {
  readonly record: EnvironmentRecord;
  /** Path of its page. */
  readonly path: string;
  /** Path of the form that copies it. */
  readonly copyPath: string;
  readonly actions: RowActions;
}

/** Everything that can be done with an environment; what is refused stays, with its reason. */
export function RowMenu(props: RowMenuProps): JSX.Element {
  const { t } = useTranslationRef(environmentsTranslationRef);
  const label = t('list.actionsOf', { name: props.record.name });
  return (
    <MoreButton label={label}>
      {(anchor, onClose) => (
        <OpenRowMenu
          {...props}
          label={label}
          anchor={anchor}
          onClose={onClose}
        />
      )}
    </MoreButton>
  );
}

function OpenRowMenu(
  props: RowMenuProps & {
    label: string;
    anchor: HTMLElement;
    onClose: () => void;
  },
): JSX.Element {
  const { record, path, copyPath, actions, label, anchor, onClose } = props;
  const navigate = useNavigate();
  const refusal = useRefusalText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const asleep = record.state === 'asleep';
  const moved = movedCount(record);
  const entries: MenuEntry[] = [
    {
      key: 'open',
      glyph: 'right',
      text: t('common.action.open'),
      act: () => navigate(path),
    },
    {
      key: 'extend',
      glyph: 'clock',
      text: t('common.action.extend'),
      refused: refusal(record, 'extend'),
      act: () => actions.extend(record),
    },
    asleep
      ? {
          key: 'wake',
          glyph: 'play',
          text: t('common.action.wake'),
          refused: refusal(record, 'wake'),
          act: () => actions.wake(record),
        }
      : {
          key: 'sleep',
          glyph: 'moon',
          text: t('common.action.sleep'),
          refused: refusal(record, 'sleep'),
          act: () => actions.sleep(record),
        },
    {
      key: 'resync',
      glyph: 'branch',
      text:
        moved > 0
          ? t('common.action.resyncCount', { n: String(moved) })
          : t('common.action.resync'),
      refused: refusal(record, 'resync'),
      act: () => navigate(`${path}?panel=drift`),
    },
    {
      key: 'again',
      glyph: 'copy',
      text: t('common.action.again'),
      act: () => navigate(copyPath),
    },
    {
      key: 'delete',
      glyph: 'trash',
      text: t('common.action.delete'),
      refused: refusal(record, 'delete'),
      danger: true,
      act: () => navigate(`${path}?panel=delete`),
    },
  ];
  return (
    <EntryMenu
      label={label}
      anchor={anchor}
      entries={entries}
      onClose={onClose}
    />
  );
}
