import { Mark } from './mark.tsx';

/** While a kept sign-in is resumed. Quick starts never see it. */
export function Splash() {
  return (
    <main className="grid h-dvh place-items-center" aria-busy="true">
      <h1 className="sr-only">Sotto is opening</h1>
      <div className="animate-skeleton">
        <Mark sizePx={56} />
      </div>
    </main>
  );
}
