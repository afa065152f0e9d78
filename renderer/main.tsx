import './look/tokens.css';
import './look/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Failed } from './app/Failed.tsx';
import { startLanguage } from './text/language.ts';

/** Draws the window; when drawing fails, says so instead of leaving it blank. */
async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('no #root in index.html');
  await startLanguage();
  const root = createRoot(place, {
    onUncaughtError: (error) => {
      // Main keeps the window's console in its log.
      console.error(error);
      createRoot(place).render(<Failed />);
    },
  });
  root.render(<App />);
}

void start();
