import { invariant } from '@sotto/kit';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import {
  applyAppearance,
  keepAppearance,
  readAppearance,
  type Appearance,
} from '../platform/appearance.ts';

interface AppearanceControl {
  readonly appearance: Appearance;
  readonly change: (change: Partial<Appearance>) => void;
}

const AppearanceContext = createContext<AppearanceControl | null>(null);

/** Holds how this device shows Sotto; every change is on the page and kept at once. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, setAppearance] = useState(readAppearance);
  const control = useMemo(
    () => ({
      appearance,
      change(change: Partial<Appearance>) {
        const next = { ...appearance, ...change };
        applyAppearance(next);
        keepAppearance(next);
        setAppearance(next);
      },
    }),
    [appearance],
  );
  return <AppearanceContext value={control}>{children}</AppearanceContext>;
}

export function useAppearance(): AppearanceControl {
  const control = useContext(AppearanceContext);
  invariant(control !== null, 'a screen stands inside AppearanceProvider');
  return control;
}
