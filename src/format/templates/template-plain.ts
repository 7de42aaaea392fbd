/** Markdown's tokens as plain text: what is bold loses its stars, a link shows where it goes. */
import type Token from 'markdown-it/lib/token.mjs';

/** Whether a link's label is its address already. */
type IsSame = (label: string, href: string) => boolean;

/** Stands around the items of a list. */
interface Around {
  readonly open: string;
  readonly close: string;
}

/** Each block and an empty line. */
export function blockText(tokens: readonly Token[], isSame: IsSame, around?: Around): string {
  let text = '';
  /** The lists we are in: the next number, or none. */
  const lists: (number | undefined)[] = [];
  let quotes = 0;
  /** An item's marker waits for its text. */
  let marker = '';
  const write = (block: string) => {
    const margin = '  '.repeat(quotes + Math.max(0, lists.length - 1));
    const hanging = margin + (lists.length > 0 ? '  ' : '');
    const [first = '', ...rest] = block.split('\n');
    const begin = marker === '' ? hanging : margin + marker;
    text += `${[begin + first, ...rest.map((line) => hanging + line)].join('\n')}\n`;
    marker = '';
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'inline':
        write(inlineText(token.children ?? [], isSame));
        break;
      case 'fence':
      case 'code_block':
        write(token.content.trimEnd());
        text += '\n';
        break;
      case 'hr':
        // Mail programmes know it as the beginning of the small print.
        text += '-- \n';
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists.push(
          token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : undefined,
        );
        if (lists.length === 1) text += around?.open ?? '';
        break;
      case 'list_item_open': {
        const number = lists.at(-1);
        marker = number === undefined ? '- ' : `${number}. `;
        if (number !== undefined) lists[lists.length - 1] = number + 1;
        break;
      }
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        if (lists.length === 0) text += `${around?.close ?? ''}\n`;
        break;
      case 'paragraph_close':
        if (!token.hidden) text += '\n';
        break;
      case 'heading_close':
        text += '\n';
        break;
      case 'blockquote_open':
        quotes += 1;
        break;
      case 'blockquote_close':
        quotes -= 1;
        break;
    }
  }
  return text;
}

export function inlineText(tokens: readonly Token[], isSame: IsSame): string {
  let text = '';
  let label = '';
  let href: string | undefined;
  const add = (part: string) => {
    if (href === undefined) text += part;
    else label += part;
  };
  for (const token of tokens) {
    switch (token.type) {
      case 'softbreak':
        add(' ');
        break;
      case 'hardbreak':
        add('\n');
        break;
      case 'link_open':
        href = token.attrGet('href') ?? '';
        label = '';
        break;
      case 'link_close':
        text += isSame(label, href ?? '') ? label : `${label}: ${href}`;
        href = undefined;
        break;
      default:
        // What has no text of its own, such as the beginning of bold, has empty content.
        add(token.content);
    }
  }
  return text;
}
