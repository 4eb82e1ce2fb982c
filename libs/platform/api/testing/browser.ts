export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** Speaks to the application as a browser would: keeps cookies, states its origin, sends JSON. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly origin: string,
  ) {}

  get<T>(path: string, headers?: RequestHeaders): Promise<Answer<T>> {
    return this.send('GET', path, undefined, headers);
  }

  post<T>(path: string, body: unknown = {}, headers?: RequestHeaders): Promise<Answer<T>> {
    return this.send('POST', path, body, headers);
  }

  put<T>(path: string, body: unknown, headers?: RequestHeaders): Promise<Answer<T>> {
    return this.send('PUT', path, body, headers);
  }

  patch<T>(path: string, body: unknown, headers?: RequestHeaders): Promise<Answer<T>> {
    return this.send('PATCH', path, body, headers);
  }

  delete<T>(path: string, headers?: RequestHeaders): Promise<Answer<T>> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** `path` is below `/api/v1`, unless it starts with `//`: `//health/live`. A string or a file is sent as it is. */
  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: RequestHeaders = {},
  ): Promise<Answer<T>> {
    const all: RequestHeaders = {
      ...(method !== 'GET' && { origin: this.origin }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(this.cookies.size > 0 && {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      }),
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await fetch(this.url + (path.startsWith('//') ? path.slice(1) : `/api/v1${path}`), {
      method,
      headers: given,
      redirect: 'manual',
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    });
    this.keepCookies(response);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && text !== '' ? JSON.parse(text) : text) as T,
    };
  }

  /** Goes through the whole sign-in: asks for a code, reads it in the mailbox page, and hands it in. */
  async signIn(email: string): Promise<Answer> {
    const request = await this.post<{ id: string }>('/sign-in-requests', { email });
    const mailbox = await this.get<{ items: { to: string; text: string }[] }>('//dev/mail.json');
    const mail = mailbox.body.items.find(({ to, text }) => to === email && text.includes(request.body.id));
    const code = /\b(\d{6})\b/.exec(mail?.text ?? '')?.[1];
    const session = await this.post('/session', { requestId: request.body.id, code });
    if (session.status !== 200)
      throw new Error(`${email} could not sign in: ${JSON.stringify(session.body)}`);
    return session;
  }

  /** Signs in as somebody of the staff, all the way to where their rights count. */
  async signInAsStaff(email: string): Promise<Answer> {
    await this.signIn(email);
    return this.confirmSecondFactor(email);
  }

  /** Confirms the second factor of who is signed in; makes one where there is none yet. */
  async confirmSecondFactor(email: string): Promise<Answer> {
    const factors = await this.get<{ items: object[] }>('/account/second-factors');
    const enrolment =
      factors.body.items.length === 0
        ? await this.post<{ id: string }>('/account/totp-enrolments', { label: 'App' })
        : null;
    const codes = await this.get<{ items: { email: string; code: string }[] }>(
      '//dev/second-factor-codes.json',
    );
    const code = codes.body.items.find((shown) => shown.email === email)?.code;
    const session = enrolment
      ? await this.post(`/account/totp-enrolments/${enrolment.body.id}/confirmation`, { code })
      : await this.post('/session/second-factor', { code });
    if (session.status !== 200)
      throw new Error(`${email} could not confirm a second factor: ${JSON.stringify(session.body)}`);
    return session;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const isGone =
        value === '' || attributes.some((attribute) => /expires=thu, 01 jan 1970/i.test(attribute));
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
