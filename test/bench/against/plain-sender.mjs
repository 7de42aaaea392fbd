/**
 * The script that a Node developer would write: csv-parse, templates compiled once, a nodemailer
 * pool, and no record of what was sent. The mails are those that mikronet writes.
 *
 *     node plain-sender.mjs FOLDER PORT CONNECTIONS
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import Handlebars from 'handlebars';
import { createTransport } from 'nodemailer';

const [folder, port, connections] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name), 'utf8');
const template = (name) => Handlebars.compile(read(name), { noEscape: name !== 'html.hbs' });
const subject = template('subject.hbs');
const text = template('text.hbs');
const html = template('html.hbs');
const calendar = template('calendar.hbs');

const contacts = parse(read('networks.csv'), { delimiter: ';', columns: true });
const transport = createTransport({
  host: '127.0.0.1',
  port: Number(port),
  pool: true,
  maxConnections: Number(connections),
  maxMessages: Infinity,
  ignoreTLS: true,
});
await Promise.all(
  contacts.map((contact, index) => {
    const data = { ...contact, reference: String(index).padStart(9, '0') };
    return transport.sendMail({
      from: { name: 'Mikronet', address: 'info@mikronet.example' },
      to: { name: contact.Kontaktperson, address: contact['E-mail'] },
      subject: subject(data),
      messageId: `<${data.reference}@mikronet.example>`,
      textEncoding: 'quoted-printable',
      text: text(data),
      html: html(data),
      icalEvent: { method: 'REQUEST', filename: 'traef.ics', content: calendar(data) },
    });
  }),
);
transport.close();
