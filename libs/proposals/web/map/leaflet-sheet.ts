import css from 'leaflet/dist/leaflet.css' with { loader: 'text' };

export const LEAFLET_SHEET = new CSSStyleSheet();
LEAFLET_SHEET.replaceSync(css);
