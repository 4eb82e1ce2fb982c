/// <reference path="./css.d.ts" />
import css from '../../../../node_modules/leaflet/dist/leaflet.css' with { loader: 'text' };

export const LEAFLET_SHEET = new CSSStyleSheet();
LEAFLET_SHEET.replaceSync(css);
