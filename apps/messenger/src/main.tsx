import './main.css';
import { createSottoClient } from '@sotto/client';
import { invariant, systemClock } from '@sotto/kit';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { applyAppearance, readAppearance } from './platform/appearance.ts';
import { installScriptPolicy } from './platform/trusted-types.ts';

installScriptPolicy();
applyAppearance(readAppearance());

const place = document.getElementById('root');
invariant(place !== null, 'index.html has a root');

const client = createSottoClient({ baseUrl: window.location.origin, clock: systemClock });
createRoot(place).render(
  <StrictMode>
    <App client={client} clock={systemClock} />
  </StrictMode>,
);
await client.start();
