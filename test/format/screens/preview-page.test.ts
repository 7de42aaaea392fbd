import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_SCRIPT } from '../../../src/format/screens/preview-page-looks.ts';
import {
  escaped,
  previewPage,
  SHOWN_WHOLE,
  type Preview,
  type PreviewedContact,
} from '../../../src/format/screens/preview-page.ts';
import { words } from '../../../src/words/words.ts';

const say = (await words('en', 'previewing')).page;

function contact(over: Partial<PreviewedContact> = {}): PreviewedContact {
  return {
    network: 'Harbour Guild',
    contact: 'Anna Kjærgård',
    address: 'anna@harbour.example',
    language: 'da',
    mail: {
      subject: 'Invitation',
      body: {
        text: 'Kære Anna',
        html: '<p>Kære Anna</p>',
        headers: 'Subject: Invitation',
        calendar: 'BEGIN:VCALENDAR',
      },
    },
    file: '01-harbour-guild.eml',
    ...over,
  };
}

function page(over: Partial<Preview> = {}): string {
  return previewPage(
    {
      language: 'en',
      meeting: 'Evening',
      mailing: 'Invitation',
      from: 'Mikronet <info@mikronet.dk>',
      moment: '2 May 09:00',
      contacts: [contact()],
      ...over,
    },
    say,
  );
}

test('A mail is shown as HTML, as text, with its headers and its calendar part', () => {
  const html = page();
  expect(html).toContain('srcdoc="&lt;p&gt;Kære Anna&lt;/p&gt;"');
  expect(html).toMatch(/<pre class="text"[^>]*>Kære Anna<\/pre>/);
  expect(html).toMatch(/<pre class="headers"[^>]*>Subject: Invitation<\/pre>/);
  expect(html).toMatch(/<pre class="calendar"[^>]*>BEGIN:VCALENDAR<\/pre>/);
  expect(html).toContain('<a href="01-harbour-guild.eml">');
});

test('Contacts stand in the order given, and those who are skipped say why', () => {
  const html = page({
    contacts: [
      contact({ network: 'Zebra' }),
      { network: 'Late', address: 'l@late.example', language: 'en', skipped: 'has had it' },
      contact({ network: 'Apple' }),
    ],
  });
  const [zebra, late, apple] = ['Zebra', 'Late', 'Apple'].map((name) => html.indexOf(`>${name}<`));
  expect(zebra).toBeLessThan(late!);
  expect(late).toBeLessThan(apple!);
  expect(html).toContain('2 mails, 1 skipped');
  expect(html.match(/Not sent: has had it/g)).toHaveLength(2);
});

test('Whatever stands in a value, the page has no tags, attributes or frames but its own', () => {
  const frame = /<(?!!)\/?[a-z][^>]*>/gi;
  const tagsOf = (html: string) => html.match(frame)?.map((tag) => /^<\/?[a-z0-9]+/i.exec(tag)![0]);
  const plain = tagsOf(page({ contacts: [contact({ skipped: 'x' })] }));
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '"><script>alert(1)</script>',
      "' onload='alert(1)",
      '</style></script></pre></iframe>',
      '<!--',
      ']]>',
      '&quot;&#34;',
      '\0<\0s\0c\0r\0i\0p\0t>',
    ),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      const html = page({
        meeting: value,
        mailing: value,
        from: value,
        moment: value,
        contacts: [
          contact({
            network: value,
            contact: value,
            address: value,
            language: value,
            file: '01-x.eml',
            skipped: value,
            mail: {
              subject: value,
              body: { text: value, html: value, headers: value, calendar: value },
            },
          }),
        ],
      });
      expect(tagsOf(html)).toEqual(plain);
    }),
  );
});

function unescaped(html: string): string {
  return html.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
  );
}

test('An escaped value reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      // oxlint-disable-next-line no-control-regex
      const expected = value.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd');
      expect(unescaped(escaped(value))).toBe(expected);
    }),
  );
});

test('The page loads nothing and runs no script but its own', () => {
  const html = page();
  const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  expect(html).toContain(`script-src &#39;sha256-${hash}&#39;`);
  expect(html).toContain('default-src &#39;none&#39;');
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(html).toContain('sandbox=""');
  expect(html).not.toMatch(/\s(?:src|href)="(?!#|01-)/);
});

test('A long list keeps the page quick: beyond a number it leads to the files', () => {
  const contacts = Array.from({ length: SHOWN_WHOLE + 1 }, () => contact());
  const { file: _, ...skipped } = contact({ skipped: 'has had it' });
  contacts.push(skipped);
  const html = page({ contacts });
  expect(html.match(/<article/g)).toHaveLength(SHOWN_WHOLE);
  expect(html.match(/<li.*<\/li>/g)).toHaveLength(SHOWN_WHOLE + 2);
  expect(html).toContain('<li><a href="01-harbour-guild.eml">');
  expect(html).toContain('<li class="skipped"><a><b>');
  expect(html).toContain(say.onlyFirst(SHOWN_WHOLE));
});
