import { policyWithStyle } from './page-policy';

const STYLE = `
body { margin: 0; background: #fff; color: #17242a; font: 1.1875rem/1.55 system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 4rem 1rem; }
h1 { font-size: 2rem; line-height: 1.15; }
a { display: inline-block; padding: 0.75rem 1.5rem; border-radius: 999px; background: #0b5563; color: #fff; text-decoration: none; font-weight: 600; }
a:focus-visible { outline: 3px solid #17242a; outline-offset: 3px; }
`;

export const FAILURE_POLICY = policyWithStyle(STYLE);

/** In the house's look, and without anything that could fail in its turn. */
export const FAILURE_PAGE = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Er ging iets mis - Buurtstem</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Er ging iets mis bij ons</h1>
<p>Wij kunnen deze pagina nu niet laten zien. Er is niets veranderd aan uw stem of uw plan. Probeer het over een minuut weer.</p>
<p><a href="/">Naar het begin</a></p>
</main>
</body>
</html>
`;
