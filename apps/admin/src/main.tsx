import './theme/mantine.css';
import '@fontsource-variable/vazirmatn/wght.css';
import 'virtual:theme.css';
import './theme/tokens.css';
import './theme/forced-colors.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { loadSession } from './features/session/session.js';
import { startI18n } from './i18n/index.js';
import { router } from './router.js';

// The session is asked for while the strings are on their way; the route guard waits for the same answer.
void loadSession().catch(() => undefined); // the guard asks again and shows the failure
await startI18n();
// The document shows the outlines of the frame until the first page is there.
await router.load();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
