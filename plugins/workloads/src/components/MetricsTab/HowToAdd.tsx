import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { MetricSourceState } from '@domaindeck/backstage-plugin-workloads-common';
import {
  CopyButton,
  TextButton,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { YamlSnippet } from '../parts/YamlSnippet';
import { sourceYaml } from './model/sourceYaml';

const useStyles = makeStyles(
  {
    root: { minWidth: 0 },
    row: { display: 'flex', justifyContent: 'inherit', gap: 8 },
  },
  { name: 'DomainDeckHowToAdd' },
);

/** A button that shows the lines of app-config which bring a store of metrics. */
export function HowToAdd(props: {
  /** Of the clusters that lack one. */
  sources: readonly MetricSourceState[];
  look?: 'boxed' | 'link';
}): JSX.Element | null {
  const { sources, look } = props;
  const classes = useStyles();
  const t = useMetricText();
  const [isOpen, setIsOpen] = useState(false);
  if (sources.length === 0) {
    return null;
  }
  const yaml = sourceYaml(sources);
  return (
    <div className={classes.root}>
      <div className={classes.row}>
        <TextButton
          look={look}
          glyph={isOpen ? 'up' : 'down'}
          pressed={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('metrics.tab.remedy')}
        </TextButton>
        {isOpen && (
          <CopyButton look={look} text={() => yaml}>
            {t('metrics.tab.copy')}
          </CopyButton>
        )}
      </div>
      {isOpen && <YamlSnippet>{yaml}</YamlSnippet>}
    </div>
  );
}
