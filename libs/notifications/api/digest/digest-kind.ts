/** The kind of the message that carries a person's news of the week; nobody queues it but the digest itself. */
export const DIGEST_KIND = 'weekly-digest';
