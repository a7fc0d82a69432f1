/** Keeps Monaco in the page's theme, whoever changes it: the switch, the system, a stylesheet. */
import { monaco } from './monaco';
import { pageSurfaces, themeFrom } from './themes';

const name = 'page';

function paint(): void {
  const { shade, surfaces } = pageSurfaces();
  monaco.editor.defineTheme(name, themeFrom(shade, surfaces));
  monaco.editor.setTheme(name);
}

/** Returns what stops it. */
export function followPageTheme(): () => void {
  paint();
  const observer = new MutationObserver(paint);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-theme', 'style'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', paint);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', paint);
  };
}
