/**
 * How a mail looks, element by element: inline styles, because many mail programmes read no others.
 * The classes are for templates/layout.html.hbs, which changes the colours in the dark and the
 * buttons on a narrow screen, in those that do. A colour here has its twin there.
 */

export interface Look {
  readonly style: string;
  readonly class?: string;
}

/** The sheet's: where a programme darkens only some colours, a text keeps what it stands on. */
const ON_SHEET = 'background-color:#ffffff;';

/** By HTML element; `small` is a paragraph below a rule. Colours not named here are the sheet's. */
export const MAIL_LOOKS = {
  p: { style: 'margin:0 0 16px;' },
  h2: {
    class: 'heading',
    style: `margin:28px 0 10px;font-size:19px;line-height:1.3;font-weight:600;color:#12303f;${ON_SHEET}`,
  },
  h3: {
    class: 'heading',
    style: `margin:22px 0 8px;font-size:16px;line-height:1.3;font-weight:600;color:#12303f;${ON_SHEET}`,
  },
  ul: { style: 'margin:0 0 16px;padding:0 0 0 22px;' },
  ol: { style: 'margin:0 0 16px;padding:0 0 0 22px;' },
  li: { style: 'margin:0 0 6px;' },
  a: { class: 'link', style: `color:#0a5a87;text-decoration:underline;${ON_SHEET}` },
  hr: {
    class: 'rule',
    style: 'margin:28px 0 16px;border:0;border-top:1px solid #d5dcdf;',
  },
  small: {
    class: 'small',
    style: `margin:0 0 8px;font-size:13px;line-height:1.5;color:#56636a;${ON_SHEET}`,
  },
} as const satisfies Readonly<Record<string, Look>>;

const BUTTON_LOOKS = {
  primary: 'background-color:#0a5a87;color:#ffffff;',
  secondary: 'background-color:#e2eaee;color:#12303f;',
} as const;

/** Cells with background and padding: Outlook knows no other buttons. `text` and `href` are HTML already. */
export function buttonRow(
  buttons: readonly { readonly text: string; readonly href: string }[],
): string {
  const cells = buttons.map(({ text, href }, index) => {
    const kind = index === 0 ? 'primary' : 'secondary';
    const colors = BUTTON_LOOKS[kind];
    const link = `<a href="${href}" style="${colors}font-weight:600;text-decoration:none;">${text}</a>`;
    return `<td class="button ${kind}" style="padding:12px 20px;border-radius:6px;${colors}">${link}</td>`;
  });
  const gap = '<td class="gap" style="width:10px;font-size:0;line-height:0;">&nbsp;</td>';
  return `<table role="presentation" class="buttons" style="margin:4px 0 20px;border-collapse:separate;border-spacing:0;">
<tr>
${cells.join(`\n${gap}\n`)}
</tr>
</table>
`;
}
