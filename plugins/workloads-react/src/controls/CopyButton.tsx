import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsReactTranslationRef } from '../translation';
import { TextButton } from './TextButton';
import { useCopy } from './useCopy';

/**
 * A button that copies and then says so in its own place.
 * @public
 */
export function CopyButton(props: {
  children: string;
  /** Made when the button is pressed. */
  text: () => string;
  /** Replaces the word for who cannot see what the button stands beside. */
  label?: string;
  look?: 'boxed' | 'link';
}): JSX.Element {
  const { children, text, label, look } = props;
  const { t } = useTranslationRef(workloadsReactTranslationRef);
  const { outcome, copy } = useCopy();
  const words = {
    none: children,
    done: t('copy.done'),
    refused: t('copy.refused'),
  };
  return (
    <span role="status">
      <TextButton
        look={look}
        glyph={outcome === 'done' ? 'check' : 'copy'}
        label={outcome === 'none' ? label : undefined}
        onClick={() => copy(text())}
      >
        {words[outcome]}
      </TextButton>
    </span>
  );
}
