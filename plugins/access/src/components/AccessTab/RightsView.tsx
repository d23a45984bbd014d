import { useEffect, useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  useTabKeys,
  useTierLabel,
  useWidth,
} from '@domaindeck/backstage-plugin-workloads-react';
import { GrantEditor } from './GrantEditor';
import { environmentNames } from './model/environmentNames';
import { RightsTable } from './RightsTable';
import { AccessViewControl } from './useAccessView';
import { usePreview } from './usePreview';
import { WhyCard } from './WhyCard';

/** Below this the card of why stands under the matrix, in pixels. */
const BESIDE_FROM = 1080;

const useStyles = makeStyles(
  {
    root: { display: 'grid', gap: 16, alignItems: 'start' },
    beside: { gridTemplateColumns: 'minmax(0, 1fr) minmax(400px, 508px)' },
  },
  { name: 'DomainDeckRightsView' },
);

/** The matrix, and beside it why somebody may, or the form of a grant with what it would change. */
export function RightsView(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
  /** Told whether a change is drawn into the matrix. */
  onPreviewing: (previewing: boolean) => void;
  onSaved: () => void;
}): JSX.Element {
  const { rights, view, onPreviewing, onSaved } = props;
  const { state, change } = view;
  const classes = useStyles();
  const tierLabel = useTierLabel();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const width = useWidth(root);
  const names = useMemo(
    () => environmentNames(rights.environments, tierLabel),
    [rights.environments, tierLabel],
  );
  const editor = usePreview(rights, state);
  const drawn = state.editing ? editor.preview : undefined;
  useEffect(() => {
    onPreviewing(drawn !== undefined);
  }, [drawn, onPreviewing]);
  useTabKeys({
    Escape: () =>
      change(
        state.editing
          ? { editing: undefined }
          : { of: undefined, cell: undefined },
      ),
  });
  return (
    <div
      ref={setRoot}
      className={`${classes.root} ${
        (width ?? BESIDE_FROM) >= BESIDE_FROM ? classes.beside : ''
      }`}
    >
      <RightsTable rights={rights} view={view} names={names} preview={drawn} />
      {state.editing ? (
        <GrantEditor
          key={JSON.stringify(state.editing)}
          rights={rights}
          view={view}
          names={names}
          editor={editor}
          onSaved={onSaved}
        />
      ) : (
        <WhyCard rights={rights} view={view} names={names} />
      )}
    </div>
  );
}
