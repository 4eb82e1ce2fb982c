/** What the sites that show such cards ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** Beside the words, from the top to the bottom; the panel of the count stands on it. */
export const CARD_PHOTO = { x: 660, y: 12, width: 540, height: 618 } as const;
