import { createContext, ReactNode, useContext } from 'react';

const BaseContext = createContext('/');

/** Path of the Environments tab, to which every link inside it is relative. */
export function useTabBase(): string {
  return useContext(BaseContext);
}

/** Tells the screens inside where their tab is. */
export function TabBase(props: {
  path: string;
  children: ReactNode;
}): JSX.Element {
  return (
    <BaseContext.Provider value={props.path}>
      {props.children}
    </BaseContext.Provider>
  );
}

/** The address of something inside the tab. */
export function pathIn(base: string, ...parts: readonly string[]): string {
  return [base.replace(/\/+$/, ''), ...parts.map(encodeURIComponent)].join('/');
}
