/**
 * What machines write about mails they could not deliver, in the languages they write it in.
 * Looked for in short pieces of text only; no phrase reaches beyond its line.
 */

function any(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.join('|'), 'i');
}

/** Local parts and display names of machines that deliver mail. */
export const MACHINE =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|post[-_]?master|mdaemon|mailer|mail[._-]?(?:delivery|system|router|gateway|server|sweeper|marshal|scanner)[\w.-]*|bounces?|double-bounce|mmdf|(?:mail)?delivery|amavis\w*|spam-?filter|quarantine|symantec[\w.-]*|microsoftexchange[\da-f]+|noreply-mdaemon|administrator|errors?|system|root|smtp|mta|dfs|notification|isc|mail|imss|emailgateway|[\w.-]+-(?:bounces?|admin|owner)|owner-[\w.-]+)(?:[+-][^@]*)?@/i;
export const MACHINE_NAME =
  /mail(?:er)?[- ]?(?:deliver\w*|daemon|system|router|gateway|marshal|server)|post-?master|system ?administrator|interscan|microsoft (?:outlook|exchange)/i;

/** Nobody reads what is sent there. */
export const NO_REPLY = /^(?:no|do[-_.]?not|ikke|nicht)[-_.]?(?:reply|svar|antworten?)[\w.+-]*@/i;

/** In a subject. */
export const SUBJECT = any([
  'undeliver|non-? ?deliver|not deliver|undelivr',
  'deliver(?:y|ing)?(?: \\S+){0,4} (?:status|fail\\w*|error|problem|incomplete|unsuccess\\w*|impossible)',
  'delivery (?:report|has failed|notification|status)',
  '(?:failed|failure)(?: \\S+){0,2} (?:mail|deliver\\w*|notice|notification)',
  'failure notice|mail failure|delivery failed|fail(?:ed|ure) (?:to|in) deliver',
  'mail(?:er)? ?(?:delivery|system error|could not|failure|not delivered|error|status|rejected|undelivered)',
  'return(?:ed)? (?:mail|message|to sender|e-?mail)',
  '(?:message|mail|e-?mail)(?: \\S+){0,3} (?:undeliverable|not delivered|rejected|blocked|returned|bounced|could not|failed|was rejected)',
  'message (?:delivery|status)',
  "could ?n(?:'|o)t be delivered|could not send|unable to deliver|cannot deliver|problem delivering|error sending",
  '(?:host|user|recipient) unknown|unknown (?:user|recipient)|bad address|address (?:error|rejected)|mailbox (?:full|unavailable)',
  '\\bbounced?\\b|smtp server: errors?|mail system|permanent error|(?:email|mail) error|warning: (?:message|could not)|delayed mail|delivery delay',
  'unzustellbar|nicht (?:zu)?gestellt|nicht zustellbar|zustell(?:ung|fehler)',
  'ikke levere[ts]|ikke leveres|ikke levert|leverings(?:fejl|rapport|status|feil)|returneret (?:mail|besked|meddelelse)',
  'inte leverera|ej levererat|oleverera',
  'onbestelbaar|niet (?:afgeleverd|bezorgd)',
  'non (?:remis|distribué|délivré)|échec (?:de|d)',
  'mancata consegna|impossibile recapitare|non recapitat',
  'no se (?:ha podido|pudo|puede) entregar|no entregad|devuelto',
  'não (?:entregue|foi)|falha (?:na|de) entrega',
  'niedostarcz|nie dostarcz|zwrot',
  'ei voitu toimittaa|toimitus',
  'nedoruč|nelze doručit|kézbesít|teslim edilemedi|nepristat',
  'недостав|не доставлен|невозможно доставить|ошибка доставки',
  'エラー通知|配信(?:エラー|失敗|不能)|送信(?:エラー|失敗|できません)|不達|未達',
  '退信|无法投递|無法投遞|投递失败|未送达|無法傳遞|반송|전송 실패',
]);

/** In the text of the report. */
export const SAYS = any([
  "(?:could ?n[o']t|couldn['’]t|could not|cannot|can not|can['’]t|unable|was not|has not been|not be|failed|failure|undeliver\\w*|unsuccess\\w*|fail|trouble|not able|wasn['’]t able|error has occurred)[^\\n]{0,80}(?:deliver|relay|sent\\b|send\\b|reach|process|transmit)",
  'deliver\\w*[^\\n]{0,60}(?:fail|error|impossible|unsuccess|not possible|incomplete)',
  '(?:permanent|fatal|delivery|transient)[^\\n]{0,30}error',
  "(?:user|mailbox|recipient|address|account|domain|host|destinat\\w+|directory)[^\\n]{0,60}(?:unknown|not found|does ?n['o]t exist|does not exist|invalid|unavailable|disabled|rejected|full|not exist|no such|over quota|exceed|not listed|inactive)",
  'no such (?:user|mailbox|person|address|recipient|account|host|domain)',
  '(?:unknown|invalid|no valid|rejected) (?:user|recipients?|address|local|host|mailbox)',
  'not (?:listed|known|a valid|a member|reach)|did not reach|not (?:received?|receive) this message',
  'user (?:has )?(?:moved|no longer)|no longer (?:valid|active|available|accepts?)',
  'quota exceeded|over quota|mailbox (?:is )?full|retry timeout|exceeds? (?:the )?(?:allowed|maximum|fixed|size|storage)|message size exceed',
  'message (?:was )?(?:rejected|refused|blocked|bounced|returned)|was (?:rejected|refused|blocked|returned|undeliverable)|rejected (?:recipient|your|by)',
  'undeliverable|returned (?:to|mail)|bounced',
  "does ?n['o]t have an? \\S+ account|failure reasons?|delivery errors?|host or domain name not found",
  'nicht (?:zu)?gestellt|unzustellbar|nicht zustellbar|zustellung[^\\n]{0,40}(?:fehlgeschlagen|nicht)|konnte nicht',
  'ikke (?:blive )?lever(?:es|et|e|t)\\b|levering[^\\n]{0,40}mislyk|findes ikke|finnes ikke|ble ikke levert',
  'inte leverera|levererades inte|leverans[^\\n]{0,40}misslyck|finns inte',
  'niet (?:worden |is )?(?:bezorgd|afgeleverd)|onbestelbaar|kon niet',
  "n['’](?:a pas pu|est pas parvenu)|être (?:remis|distribué|délivré|livré)|n['’]existe pas",
  'impossibile (?:recapitare|consegnare)|non (?:è stato |può essere )?(?:recapitat|consegnat)|non esiste',
  'no se (?:pudo|ha podido|puede) entregar|no (?:pudo|puede) ser entregado|no existe',
  'não (?:pôde|pode|foi|foi possível)[^\\n]{0,20}entreg|não existe',
  'nie (?:można|udało się|może)[^\\n]{0,40}dostarcz|nie istnieje',
  'ei voitu toimittaa|toimitus epäonnistui|nelze doručit|nebylo možné doručit|nem kézbesíthető|teslim edilemedi',
  'не (?:может|могло|удалось|было|была|был)[^\\n]{0,40}достав|недостав|не существует',
  '送信できません|配信できません|配送できません|届けられません|お届けできません|一杯のため|見つかりません',
  '无法投递|無法投遞|投递失败|未送达|无法送达|不存在|전송(?:하지|되지) 못|배달되지',
]);

/** It is only late. */
export const DELAYS = any([
  '(?:delayed|warning)[^\\n]{0,60}(?:message|mail|deliver|\\d+ hours)',
  '(?:message|mail|deliver\\w*)[^\\n]{0,40}(?:delayed|not yet been delivered|still being)',
  'will (?:be|keep|continue)[^\\n]{0,40}(?:retr|try)|still (?:being )?(?:try|retr|attempt)',
  'delivery (?:attempts )?(?:will continue|delay)|no action is required|warning message only|this is a warning only',
  'temporary (?:delivery )?(?:failure|problem)|not need to resend',
  'forsinket|endnu ikke leveret|verzögert|noch nicht zugestellt|fördröjd|retardé|in ritardo|retraso|vertraagd',
]);

/** They will not try any more. */
export const GAVE_UP = any([
  'permanent|gave up|giving up|given up|no longer|too long|retry timeout exceeded|returned to you|undeliverable|expired|could not be delivered (?:within|for)|unzustellbar|endgültig',
]);

/** The address is wrong, as far as words can say it. */
export const NO_SUCH = any([
  "user unknown|unknown user|user is unknown|no such (?:user|mailbox|person|recipient|account|address|local)|does ?n[o'’]t exist|does not exist|not exist\\b",
  '(?:mailbox|user|recipient|account|address|email) (?:\\S+ ){0,3}?(?:not found|unavailable|unknown|not known|disabled|inactive|invalid|rejected|not listed)|not listed in',
  "invalid (?:recipient|mailbox|address|user)|recipient address rejected|unknown (?:recipient|address|local|mailbox)|no mailbox here|is not a valid|does ?n[o'’]t have an? \\S+ account|isn['’]t found|wasn['’]t found",
  'host (?:unknown|not found)|domain (?:name )?not found|unrouteable|domain does not exist|no mx',
  'unbekannt|nicht bekannt|nicht gefunden|existiert nicht',
  'findes ikke|ukendt (?:bruger|modtager|adresse)|blev ikke fundet|finns inte|okänd|finnes ikke|ukjent',
  "inconnue?\\b|n['’]existe pas|sconosciut|non esiste|no existe|desconocid|não existe|desconhecid|nieznan|nie istnieje|onbekend|bestaat niet|tuntematon|не существует|не найден|неизвестн",
  '存在しない|存在しません|見つかりません|不存在|查无此人',
]);

/** Right address, wrong time or matter: beats NO_SUCH. */
export const NOT_THE_ADDRESS = any([
  'full\\b|quota|storage|too large|size (?:exceed|limit)|exceeds? (?:\\S+ ){0,3}(?:size|limit|storage)|over limit',
  'spam|blocked|policy|blacklist|reputation|denied|virus|not authori[sz]ed|spf\\b|dkim|dmarc|greylist|try again',
  'fuld\\b|voll\\b|full\\b|一杯|満杯|容量|vol\\b|piena|llen[oa]|pełn|переполнен',
]);
