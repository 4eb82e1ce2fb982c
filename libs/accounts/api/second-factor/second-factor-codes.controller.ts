import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isFreshStep, TOTP_DRIFT, totpStep } from '@buurtstem/accounts-domain';
import { DEV_PAGE_POLICY, devPage } from '@buurtstem/notifications-api';
import { Clock, escapeHtml, Public } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { Secrets } from '../secrets';
import { codeOfStep } from './totp';

interface ShownCode {
  readonly email: string;
  readonly code: string;
}

/** Shows what the apps of the demo's accounts would show, enrolments under way first. Registered in demo and test only. */
@ApiExcludeController()
@Controller('dev')
export class SecondFactorCodesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  @Public()
  @Get('second-factor-codes')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', DEV_PAGE_POLICY)
  async page(): Promise<string> {
    const codes = await this.codes();
    const list = codes.map(({ email, code }) => {
      return `<article><h2>${escapeHtml(email)}</h2><p class="text"><span class="code">${code}</span></p></article>`;
    });
    return devPage(
      'Codes van de demo',
      'In het echt staan deze codes op een telefoon. Ververs de pagina voor een nieuwe code. <a href="/dev/mail">Naar het postvak</a>. <a href="/">Naar de site</a>.',
      list.join('') || '<p>Nog niemand heeft een app met codes.</p>',
    );
  }

  @Public()
  @Get('second-factor-codes.json')
  async list(): Promise<{ items: ShownCode[] }> {
    return { items: await this.codes() };
  }

  private async codes(): Promise<ShownCode[]> {
    const { manager } = this.dataSource;
    const rows = await manager.query<
      { account_id: string; id: string; email: string; secret: Buffer; last_step: string }[]
    >(
      `select factor.account_id, factor.id, factor.secret, factor.last_step, account.email
       from second_factor factor join account on account.id = factor.account_id
       where factor.kind = 'totp' order by factor.confirmed_at nulls first, account.email, factor.id`,
    );
    const now = totpStep(await this.clock.now(manager));
    return rows.flatMap(({ account_id, id, email, secret, last_step }) => {
      const text = this.secrets.unseal(`${account_id} ${id}`, secret);
      // The first one that works, and goes on working for half a minute; who signs in twice within that needs two.
      const steps = Array.from({ length: TOTP_DRIFT + 1 }, (_, index) => now + index);
      const step = steps.find((candidate) => isFreshStep(candidate, Number(last_step))) ?? now;
      return text === null ? [] : [{ email, code: codeOfStep(text, step) }];
    });
  }
}
