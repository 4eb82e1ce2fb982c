import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { DEV_PAGE_POLICY, mailboxPage, type ReceivedMail } from './dev-mail-page';

/** A page of mails to look at; a journey asks for every mail of a count. */
const SHOWN = { page: 100, list: 1000 };

/** Shows the mail that demo and test do not send. Registered there only. */
@ApiExcludeController()
@Controller('dev')
export class DevMailController {
  constructor(private readonly dataSource: DataSource) {}

  @Public()
  @Get('mail')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', DEV_PAGE_POLICY)
  async page(): Promise<string> {
    return mailboxPage(await this.newest(SHOWN.page));
  }

  @Public()
  @Get('mail.json')
  async list(): Promise<{ items: ReceivedMail[] }> {
    return { items: await this.newest(SHOWN.list) };
  }

  private newest(limit: number): Promise<ReceivedMail[]> {
    return this.dataSource.query<ReceivedMail[]>(
      `select recipient as "to", subject, body as text, sent_at as "sentAt" from dev_mail order by id desc limit $1`,
      [limit],
    );
  }
}
