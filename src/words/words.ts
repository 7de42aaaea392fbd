/**
 * Every sentence for people stands in `words/<language>/<topic>.ts`, as typed functions.
 * English is the source: another language has the same keys, checked by the compiler (`satisfies`).
 * A topic is loaded only by the commands that speak of it.
 */
const TOPICS = {
  general: {
    en: () => import('./en/general.ts'),
    da: () => import('./da/general.ts'),
  },
  opening: {
    en: () => import('./en/opening.ts'),
    da: () => import('./da/opening.ts'),
  },
  status: {
    en: () => import('./en/status.ts'),
    da: () => import('./da/status.ts'),
  },
  answers: {
    en: () => import('./en/answers.ts'),
    da: () => import('./da/answers.ts'),
  },
  servers: {
    en: () => import('./en/servers.ts'),
    da: () => import('./da/servers.ts'),
  },
  replies: {
    en: () => import('./en/replies.ts'),
    da: () => import('./da/replies.ts'),
  },
  review: {
    en: () => import('./en/review.ts'),
    da: () => import('./da/review.ts'),
  },
  adding: {
    en: () => import('./en/adding.ts'),
    da: () => import('./da/adding.ts'),
  },
  exporting: {
    en: () => import('./en/exporting.ts'),
    da: () => import('./da/exporting.ts'),
  },
  setup: {
    en: () => import('./en/setup.ts'),
    da: () => import('./da/setup.ts'),
  },
  asking: {
    en: () => import('./en/asking.ts'),
    da: () => import('./da/asking.ts'),
  },
  mailbox: {
    en: () => import('./en/mailbox.ts'),
    da: () => import('./da/mailbox.ts'),
  },
  demo: {
    en: () => import('./en/demo.ts'),
    da: () => import('./da/demo.ts'),
  },
  today: {
    en: () => import('./en/today.ts'),
    da: () => import('./da/today.ts'),
  },
  reading: {
    en: () => import('./en/reading.ts'),
    da: () => import('./da/reading.ts'),
  },
  templates: {
    en: () => import('./en/templates.ts'),
    da: () => import('./da/templates.ts'),
  },
  sending: {
    en: () => import('./en/sending.ts'),
    da: () => import('./da/sending.ts'),
  },
  previewing: {
    en: () => import('./en/previewing.ts'),
    da: () => import('./da/previewing.ts'),
  },
  mailings: {
    en: () => import('./en/mailings.ts'),
    da: () => import('./da/mailings.ts'),
  },
  journal: {
    en: () => import('./en/journal.ts'),
    da: () => import('./da/journal.ts'),
  },
  privacy: {
    en: () => import('./en/privacy.ts'),
    da: () => import('./da/privacy.ts'),
  },
} as const;

type Loaders = typeof TOPICS;

export type Topic = keyof Loaders;

/** The sentences of one topic, as the English original types them. */
export type Words<T extends Topic> = Awaited<ReturnType<Loaders[T]['en']>>['default'];

/** Languages that the screens speak. */
export type ScreenLanguage = 'en' | 'da';

/** MIKRONET_LANG, else LC_ALL or LANG where they name a language we have, else English. */
export function screenLanguage(env: Readonly<Record<string, string | undefined>>): ScreenLanguage {
  for (const value of [env['MIKRONET_LANG'], env['LC_ALL'], env['LANG']]) {
    const language = value?.slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'da') return language;
  }
  return 'en';
}

/** Loads a topic in a language. */
export async function words<T extends Topic>(
  language: ScreenLanguage,
  topic: T,
): Promise<Words<T>> {
  return (await TOPICS[topic][language]()).default as Words<T>;
}
