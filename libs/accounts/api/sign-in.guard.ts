import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { agentLabel } from '@buurtstem/accounts-domain';
import { Config, Limits, networkOf, validationPipe } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import passport from 'passport';
import { ConfirmationDto } from './account.dto';
import { Accounts } from './accounts';
import { readBrowserToken } from './browser-cookie';
import { ConfirmSignIn } from './confirm-sign-in';

const STRATEGY = 'mailed-code';
/** Tries to hand a code in, per network; each request forgives few wrong ones besides. */
const PER_NETWORK = { hits: 120, seconds: 60 };
type Done = (error: unknown, user?: Express.User | false) => void;

// The session holds the id alone. Passport keeps this for the whole process, and it depends on no application.
passport.serializeUser((user, done) => done(null, user.id));

/** Hands the request to `validate` and tells passport what came of it. */
class RequestStrategy extends passport.Strategy {
  constructor(private readonly verify: (request: Request, done: Done) => void) {
    super();
  }

  override authenticate(request: Request): void {
    this.verify(request, (error, user) =>
      error ? this.error(error) : user ? this.success(user) : this.fail(401),
    );
  }
}

/** Passport's way in: a code or a link, from the browser that asked for it. */
@Injectable()
export class MailedCodeStrategy extends PassportStrategy(RequestStrategy, STRATEGY) {
  constructor(
    private readonly confirmSignIn: ConfirmSignIn,
    private readonly accounts: Accounts,
    private readonly config: Config,
    private readonly limits: Limits,
  ) {
    super();
  }

  async validate(request: Request): Promise<Express.User> {
    await this.limits.hit('sign-in-confirm', networkOf(request.ip), PER_NETWORK);
    const { requestId, code, token } = request.body as ConfirmationDto;
    const browserToken = readBrowserToken(request, this.config);
    if (browserToken === null) throw new Refusal('code-other-browser');
    const id = await this.confirmSignIn.execute({ requestId, code, token, browserToken });
    const account = await this.accounts.whoIs(id);
    if (!account) throw new Refusal('sign-in-first');
    return account;
  }
}

/** Signs in, and gives the session a new id, so that one that was planted before is worth nothing. */
@Injectable()
export class SignInGuard extends AuthGuard(STRATEGY) {
  private readonly shape = validationPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    // Guards run before pipes, so the shape is checked here.
    const body: unknown = request.body;
    request.body = await this.shape.transform(body, { type: 'body', metatype: ConfirmationDto });
    await super.canActivate(context);
    await this.logIn(request);
    request.session.agent = agentLabel(request.get('user-agent') ?? '');
    return true;
  }
}
