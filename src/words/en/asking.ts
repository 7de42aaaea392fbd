/** What stands around every question. */
export default {
  yes: 'Yes',
  no: 'No',
  yesOrNo: ({ yes, no }: { readonly yes: string; readonly no: string }) => `type ${yes} or ${no}`,
  /** What the keys under a list do. */
  keys: { navigate: 'up and down', select: 'choose' } as Readonly<Record<string, string>>,
};
