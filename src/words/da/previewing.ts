/** `preview`, og siden, den laver. */
import type { Words } from '../words.ts';

export default {
  argument: 'ét netværk: kun dets mails, også hvis de ville blive sprunget over',
  flags: {
    mailing:
      'hvilke mails (ellers invitation): reminder, update, practical … eller en af dine egne skabeloner',
    output: 'mappen, de skrives i (ellers preview/ i mødets mappe)',
    open: 'vis siden i browseren',
  },
  examples: [
    ['mikronet preview --open', 'alle invitationer, som de ville blive sendt, i browseren'],
    ['mikronet preview havne', 'det ene netværk med "havne" i navnet'],
    ['mikronet preview --mailing reminder', 'påmindelserne'],
    ['mikronet preview --output ~/Skrivebord/mails', 'i en anden mappe'],
  ],

  badMailing: (typed) => `--mailing: "${typed}" er ikke navnet på en slags mail`,
  badMailingHint: (builtIn) =>
    `${builtIn.join(', ')}, eller navnet på en skabelon i mødets templates/`,

  written: (mails, skipped) =>
    mails === 0
      ? `Ingen får den mail lige nu (${skipped} springes over). Det, der er at se, står i:`
      : `${mails === 1 ? '1 mail' : `${mails} mails`}${skipped > 0 ? `, ${skipped} springes over` : ''}. Intet er sendt. Se dem i:`,
  progress: (done, of) => `skriver ${done} af ${of}`,
  notOpened: 'Siden kunne ikke åbnes herfra; åbn filen i en browser.',
  next: 'Nu: `mikronet invite --test-to <din adresse>` sender en på hvert sprog til dig selv.',

  page: {
    title: (mailing, meeting) => `${mailing}: ${meeting}`,
    mailings: {
      invitation: 'Invitation',
      reminder: 'Påmindelse',
      update: 'Ændring',
      cancellation: 'Aflysning',
      confirmation: 'Bekræftelse',
      practical: 'Det praktiske',
      thanks: 'Tak for sidst',
    },
    summary: (mails, skipped) =>
      `${mails === 1 ? '1 mail' : `${mails} mails`}${skipped > 0 ? `, ${skipped} springes over` : ''}`,
    notSent: (moment) => `Sådan så de ud ${moment}. Intet er sendt.`,
    search: 'Søg: netværk, navn, adresse …',
    noneFound: 'Ingen passer.',
    recipients: 'Modtagere',
    show: 'Vis',
    views: { mail: 'Mail', text: 'Ren tekst', headers: 'Mailhoved', calendar: 'Kalender' },
    narrow: 'som på en telefon',
    subject: 'Emne',
    from: 'Fra',
    to: 'Til',
    file: 'Fil',
    skipped: (reason) => `Sendes ikke: ${reason}`,
    noCalendar: 'Denne mail har ingen kalenderdel.',
    onlyFirst: (mails) => `De første ${mails} vises her; resten står i deres filer.`,
    empty: 'Der er ingen mail at vise.',
  },
} satisfies Words<'previewing'>;
