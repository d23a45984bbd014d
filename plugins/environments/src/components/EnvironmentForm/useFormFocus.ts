import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** A part of the form to which a link leads. */
export type FormPlace =
  | { readonly part: 'name' }
  | { readonly part: 'version'; readonly service: string }
  | {
      readonly part: 'settings';
      readonly service: string;
      /** Settings to begin with. */
      readonly names: readonly string[];
    };

/** Leads the focus to a part of the form, which may have to open first. */
export interface FormFocus {
  readonly place: FormPlace | undefined;
  readonly goTo: (place: FormPlace) => void;
  /** Called by the part when it has taken the focus. */
  readonly arrived: () => void;
}

/** Where the focus is to go. */
export function useFormFocus(): FormFocus {
  const [place, setPlace] = useState<FormPlace>();
  const arrived = useCallback(() => setPlace(undefined), []);
  return useMemo(() => ({ place, goTo: setPlace, arrived }), [place, arrived]);
}

/** A reference for an element that takes the focus when it is led there. */
export function useFocusTarget<T extends HTMLElement>(
  wanted: boolean,
  arrived: () => void,
) {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (wanted && ref.current) {
      ref.current.focus();
      arrived();
    }
  }, [wanted, arrived]);
  return ref;
}
