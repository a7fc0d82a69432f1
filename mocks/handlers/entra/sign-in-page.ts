/** The two pages people see: who is signing in, and what went wrong. Text from outside is escaped, and nothing runs. */
import { HttpResponse } from 'msw';
import type { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Person } from '@/mocks/store/directory';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const style = `
body{font:15px/1.5 system-ui,sans-serif;background:#eef1f5;color:#1b1f24;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;padding:2rem 2.25rem;width:min(34rem,88vw);border-radius:8px;box-shadow:0 2px 14px #0002}
h1{font-size:1.35rem;margin:.1rem 0 .3rem}p{margin:.3rem 0 1rem;color:#4a525c}
button{all:unset;box-sizing:border-box;display:block;width:100%;padding:.6rem .8rem;margin:.35rem 0;border:1px solid #c6ced8;border-radius:6px;cursor:pointer}
[hidden]{display:none!important}button:hover{background:#f2f6fb}button:focus-visible{outline:2px solid #0b5cad;outline-offset:2px}
button.plain{border-color:transparent;color:#0b5cad;width:auto}
strong{display:block}small{color:#4a525c}
input[type=text]{font:inherit;box-sizing:border-box;width:100%;padding:.5rem .7rem;border:1px solid #79838f;border-radius:6px}
label{display:block;margin:.8rem 0 .2rem}code{word-break:break-word}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#e6e9ed}main{background:#1d232a}p,small{color:#a9b3bf}
button,input[type=text]{border-color:#48525e;background:transparent;color:inherit}button:hover{background:#28303a}button.plain{color:#7db7f2}}`;

function page(title: string, body: string, status: number): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
  return new HttpResponse(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}

const hidden = ([name, value]: [string, string]): string =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;

const choice = (person: Person): string =>
  `<button name="username" value="${escaped(person.upn)}"><strong>${escaped(person.displayName)}</strong><small>${escaped(person.upn)} · ${escaped(person.title)} · ${escaped(person.roles.join(', ') || 'no directory role')}</small></button>`;

/** Lists the people to sign in as; `fields` go along unseen, `extra` is markup of our own. */
export function signInPage(options: {
  action: string;
  applicationName: string;
  people: readonly Person[];
  fields: readonly [string, string][];
  extra?: string;
  complaint?: string | undefined;
}): Response {
  const { action, applicationName, people, fields, extra = '', complaint } = options;
  const body =
    `<h1>Sign in</h1><p>to ${escaped(applicationName)} at ${escaped(tenantFacts.displayName)}. This is the mock tenant: nobody has a password.</p>` +
    (complaint === undefined ? '' : `<p role="alert">${escaped(complaint)}</p>`) +
    `<form method="post" action="${escaped(action)}">${fields.map(hidden).join('')}` +
    // Enter presses the first button of a form: that must be nobody in particular.
    `<button hidden></button>${extra}${people.map(choice).join('')}` +
    `<label for="other">Somebody else</label><input id="other" type="text" name="other" autocomplete="off" placeholder="name@${escaped(tenantFacts.domain)}">` +
    '<button>Sign in</button><button class="plain" name="cancel" value="1" formnovalidate>Cancel</button></form>';
  return page(`Sign in to ${applicationName}`, body, complaint === undefined ? 200 : 400);
}

/** Who was chosen on the page, or typed. */
export const chosen = (form: URLSearchParams): string => (form.get('username') || form.get('other') || '').trim();

/** A refusal nobody can be sent back with. */
export function refusalPage(refusal: Refusal): Response {
  const body = `<h1>Sorry, but we’re having trouble signing you in.</h1><p><code>${escaped(refusal.message)}</code></p>`;
  return page('Sign in', body, refusal.status);
}

export const messagePage = (title: string, message: string): Response =>
  page(title, `<h1>${escaped(title)}</h1><p>${escaped(message)}</p>`, 200);

/** `response_mode=form_post`: without a script the person presses the button. */
export function formPostPage(redirectUri: string, fields: readonly [string, string][]): Response {
  const body = `<h1>Signed in</h1><form method="post" action="${escaped(redirectUri)}">${fields.map(hidden).join('')}<button>Continue</button></form>`;
  return page('Signed in', body, 200);
}
