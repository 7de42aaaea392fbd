/** How the page of `preview` looks and behaves. It also works without the script: links and radio buttons do the showing. */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #f4f5f4; --sheet: #fff; --ink: #1d272c; --soft: #5a666c; --line: #dde2e3; --mark: #0a5a87; --chosen: #e3eef4; --warn: #7a4a00; --warn-ground: #fdf3e0; }
@media (prefers-color-scheme: dark) { :root { --ground: #14191c; --sheet: #1c2327; --ink: #e6eaec; --soft: #a3afb5; --line: #323d43; --mark: #8fcbf0; --chosen: #233540; --warn: #f0c987; --warn-ground: #33291a; } }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: grid; grid-template: auto minmax(0, 1fr) / minmax(260px, 24rem) minmax(0, 1fr); background: var(--ground); color: var(--ink); font: 15px/1.45 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
header { grid-column: 1 / -1; padding: 14px 20px 12px; border-bottom: 1px solid var(--line); background: var(--sheet); }
h1 { margin: 0; font-size: 18px; font-weight: 600; overflow-wrap: anywhere; }
header p { margin: 2px 0 0; color: var(--soft); }
nav { display: flex; flex-direction: column; min-height: 0; border-right: 1px solid var(--line); background: var(--sheet); }
#search { margin: 12px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: inherit; font: inherit; }
#list { flex: 1; margin: 0; padding: 0 0 12px; overflow-y: auto; list-style: none; }
#list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 8px; padding: 8px 14px 9px; border-left: 3px solid transparent; color: inherit; text-decoration: none; }
#list a:hover { background: var(--ground); }
#list a[aria-current] { border-left-color: var(--mark); background: var(--chosen); }
#list b { font-weight: 600; overflow-wrap: anywhere; }
#list em { grid-area: 1 / 2; color: var(--soft); font-size: 12px; font-style: normal; text-transform: uppercase; }
#list span { grid-column: 1 / -1; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
#list i { font-style: normal; }
#list .skipped b { font-weight: 400; }
#list .why { color: var(--warn); }
#none { margin: 8px 16px; color: var(--soft); }
main { display: flex; flex-direction: column; min-height: 0; padding: 14px 20px; }
.views { display: flex; flex-wrap: wrap; gap: 4px; margin: 0 0 12px; padding: 0; border: 0; }
.views legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.views label { position: relative; cursor: pointer; }
.views input { position: absolute; opacity: 0; }
.views span { display: block; padding: 6px 14px; border-radius: 6px; color: var(--soft); }
.views input:checked + span { background: var(--chosen); color: var(--mark); font-weight: 600; }
.views input:focus-visible + span, a:focus-visible, #search:focus-visible, pre:focus-visible { outline: 2px solid var(--mark); outline-offset: -2px; }
.views .narrow { margin-left: auto; }
.views .narrow span { border: 1px solid var(--line); padding: 5px 13px; }
article { display: none; flex: 1; flex-direction: column; min-height: 0; }
article:target, main:not(:has(article:target)) article:first-of-type { display: flex; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 14px; margin: 0 0 12px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
dd a { color: var(--mark); }
.note { margin: 0 0 12px; padding: 8px 12px; border-radius: 6px; background: var(--warn-ground); color: var(--warn); }
iframe, pre { flex: 1; width: 100%; min-height: 0; margin: 0; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); }
pre { padding: 16px 20px; overflow: auto; color: var(--ink); font: 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.text, .headers, .calendar { display: none; }
main:has(#view-text:checked) .mail, main:has(#view-headers:checked) .mail, main:has(#view-calendar:checked) .mail { display: none; }
main:has(#view-text:checked) .text, main:has(#view-headers:checked) .headers, main:has(#view-calendar:checked) .calendar { display: block; }
main:has(#narrow:checked) iframe { max-width: 392px; align-self: center; }
main:not(:has(#view-mail:checked)) .narrow { visibility: hidden; }
@media (max-width: 760px) {
  body { display: block; height: auto; }
  #list { max-height: 34vh; border-bottom: 1px solid var(--line); }
  nav { border-right: 0; }
  iframe, pre { flex: none; height: 78vh; }
  .views span { padding: 6px 10px; }
  .views .narrow { display: none; }
}
@media print { nav, .views { display: none; } body { display: block; } }
`;

/** Search without case and accents; the arrow keys step through those that are found. */
export const PAGE_SCRIPT = `
'use strict';
(() => {
  const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\\p{M}/gu, '');
  const search = document.getElementById('search');
  const items = [...document.querySelectorAll('#list li')].map((li) => ({
    li,
    link: li.querySelector('a'),
    text: plain(li.textContent),
  }));
  // Those further down a long list are in files of their own.
  const isHere = ({ link }) => link.hash !== '';
  const isCurrent = (item) => isHere(item) && item.link.hash === location.hash;
  const shown = () => items.filter(({ li }) => !li.hidden);
  const current = () => items.findIndex(isCurrent);
  const mark = () => {
    const at = Math.max(current(), 0);
    items.forEach(({ link }, index) => {
      if (index === at) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    items[at]?.li.scrollIntoView({ block: 'nearest' });
  };
  const show = (item) => {
    if (item) location.hash = item.link.hash;
  };
  search.addEventListener('input', () => {
    const words = plain(search.value).split(/\\s+/).filter(Boolean);
    for (const { li, text } of items) li.hidden = !words.every((word) => text.includes(word));
    const left = shown();
    document.getElementById('none').hidden = left.length > 0;
    if (!left.some(isCurrent)) show(left.find(isHere));
  });
  addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const inViews = event.target.closest && event.target.closest('.views, pre');
    if (!step || inViews || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const left = shown().filter(isHere);
    const at = left.indexOf(items[Math.max(current(), 0)]);
    show(left[Math.min(Math.max(at + step, 0), left.length - 1)]);
  });
  addEventListener('hashchange', mark);
  mark();
})();
`;
