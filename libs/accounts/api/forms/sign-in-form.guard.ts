import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SignInGuard } from '../sign-in.guard';

/** The same way in for a code that a form sent: people type it with spaces, and without scripts nobody takes them out. */
@Injectable()
export class SignInFormGuard extends SignInGuard {
  override canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { code } = request.body as { code?: unknown };
    request.body = {
      requestId: request.query['aanvraag'],
      code: typeof code === 'string' ? code.replace(/\D/g, '') : code,
    };
    return super.canActivate(context);
  }
}
