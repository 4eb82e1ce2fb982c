/** What can stand out: many votes at once, from one network, or from one mail domain. */
export const SIGNAL_KINDS = ['burst', 'network', 'mail-domain'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];
