// An OpenID Connect provider that somebody else wrote, for tests and journeys, with a proxy before it that can forge
// one thing in its answers.
//
//   node identity-provider.mjs '{"redirectUri": …, "clientId": …, "clientKey": <public JWK>, "acr": …, "login": …}'
//
// prints one line, {"issuer": "http://127.0.0.1:…"}, and ends when its standard input does. Whoever comes is signed in as
// `login` at the level `acr` without being asked. POST /control changes that for what follows:
//   {"login", "acr"}              who the next ones are; acr null says no level
//   {"denies": true}              the resident says no
//   {"claims": {name: value}}     these claims of the ID token are others (null: left out), signed with the real key
//   {"signature": "foreign"}      signed with another key; "none": not signed
//   {"verifier": "…"}             another PKCE verifier goes to the provider
//   {"isDown": true}              the token endpoint answers 502
import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const options = JSON.parse(process.argv[2] ?? '{}');
const signingKey = newKey();
const foreignKey = newKey();
let control = { login: options.login, acr: options.acr };

const outer = createServer((request, response) => {
  forward(request, response).catch((error) => response.writeHead(500).end(String(error)));
});
const issuer = `http://127.0.0.1:${await listen(outer)}`;
const provider = new Provider(issuer, configuration());
provider.proxy = true;
provider.use(signInUnasked);
const inner = createServer(provider.callback());
const innerUrl = `http://127.0.0.1:${await listen(inner)}`;
process.stdin.resume().on('end', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ issuer })}\n`);

function configuration() {
  return {
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    // Acr is only told where at least one value is known.
    acrValues: [options.acr],
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    clients: [
      {
        client_id: options.clientId,
        redirect_uris: [options.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        id_token_signed_response_alg: 'ES256',
        jwks: { keys: [options.clientKey] },
      },
    ],
  };
}

async function signInUnasked(context, next) {
  if (!context.path.startsWith('/sign-in/')) return next();
  const { params } = await provider.interactionDetails(context.req, context.res);
  context.respond = false;
  await provider.interactionFinished(context.req, context.res, await answerTo(params), {
    mergeWithLastSubmission: false,
  });
}

async function answerTo(params) {
  if (control.denies) return { error: 'access_denied', error_description: 'the resident said no' };
  const grant = new provider.Grant({ accountId: control.login, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const login = { accountId: control.login, ...(control.acr === null ? {} : { acr: control.acr }) };
  return { login, consent: { grantId: await grant.save() } };
}

async function forward(request, response) {
  const sent = await read(request);
  if (request.url === '/control') {
    control = { login: options.login, acr: options.acr, ...JSON.parse(sent) };
    return void response.writeHead(204).end();
  }
  const isToken = request.url === '/token';
  if (isToken && control.isDown) return void response.writeHead(502).end('Bad gateway');
  const answer = await fetch(innerUrl + request.url, {
    method: request.method,
    headers: { ...ownHeaders(request.headers), 'x-forwarded-host': request.headers.host },
    redirect: 'manual',
    ...(sent !== '' && { body: isToken ? withVerifier(sent) : sent }),
  });
  const body = await answer.text();
  for (const [name, value] of answer.headers) if (!HOP.has(name)) response.setHeader(name, value);
  response.setHeader('set-cookie', answer.headers.getSetCookie());
  response.writeHead(answer.status).end(isToken && answer.ok ? forged(body) : body);
}

/** They say something of one connection, or of a body that has become another. */
const HOP = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
  'set-cookie',
]);

function ownHeaders(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name)));
}

function withVerifier(form) {
  const params = new URLSearchParams(form);
  if (control.verifier) params.set('code_verifier', control.verifier);
  return params.toString();
}

/** The answer with its ID token written anew: right in everything but what the control says. */
function forged(body) {
  const answer = JSON.parse(body);
  const [head, claims] = answer.id_token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url')));
  const changed = Object.entries({ ...claims, ...control.claims }).filter(([, value]) => value !== null);
  const isUnsigned = control.signature === 'none';
  const text = [isUnsigned ? { ...head, alg: 'none' } : head, Object.fromEntries(changed)]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const jwk = control.signature === 'foreign' ? foreignKey : signingKey;
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const signature = isUnsigned ? '' : sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' });
  return JSON.stringify({ ...answer, id_token: `${text}.${signature.toString('base64url')}` });
}

function newKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'signing', use: 'sig', alg: 'ES256' };
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}
