/**
 * Finds what HTML hides from the eye: nobody may say yes with words that nobody sees. Styles are
 * read roughly; in doubt a text counts as hidden, which costs a question to the organiser.
 */

const TAG = /<[a-z][a-z0-9:-]*(?=[\s/])[^<>]{0,20000}>/gi;
const ATTRIBUTE = /\s(style|class)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;

/** Marks hidden elements with `data-unseen`. */
export function markHidden(html: string): string {
  if (!/style|class/i.test(html)) return html;
  const classes = hiddenClasses(html);
  return html.replace(TAG, (tag) => {
    for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? bare ?? '';
      const unseen =
        name.toLowerCase() === 'style'
          ? hides(value)
          : classes.size > 0 && value.split(/\s+/).some((each) => classes.has(each));
      if (unseen) return tag.replace(/(?=[\s/])/, ' data-unseen="" ');
    }
    return tag;
  });
}

const MANY = 500;

/** Classes that a style sheet hides. */
function hiddenClasses(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, sheet = ''] of html.matchAll(/<style\b[^>]{0,500}>([^<]{0,100000})/gi)) {
    for (const rule of sheet.split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{').slice(-2);
      if (!hides(declarations)) continue;
      for (const [, name = ''] of selectors.matchAll(/\.([\w-]{1,100})/g)) {
        if (found.size < MANY) found.add(name);
      }
    }
  }
  return found;
}

const HIDES =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\.0\d*)?(?:;|!|$)|font-size:0*(?:\.\d+)?(?:px|pt|em|%)?(?:;|!|$)|font-size:[01](?:\.\d+)?(?:px|pt)|(?:max-)?(?:height|width):0(?:px)?(?:;|!|$)|mso-hide:all|clip:rect\(0|text-indent:-\d{3,}|(?:left|top|right|margin-left|margin-top):-\d{3,})/;
const WHITE =
  /(?:^|;)color:(?:#fff(?:fff)?|white|transparent|rgba?\(255,255,255(?:,[\d.]+)?\)|rgba\(\d+,\d+,\d+,0(?:\.0\d*)?\))(?:;|!|$)/;

function hides(style: string): boolean {
  const plain = style
    .slice(0, 4_000)
    .replace(/\/\*[^*]{0,500}\*\//g, '')
    .replace(/\s+/g, '')
    .toLowerCase();
  // Coded characters in a style hide what it does.
  return (
    style.includes('&#') ||
    HIDES.test(plain) ||
    (WHITE.test(plain) && !/(?:^|;)background/.test(plain))
  );
}
