import { Body, Controller, Module, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Public, SESSION_HANDLERS, type Problem } from './index';
import { startTestApp, type TestApp } from './testing';

class PictureDto {
  @IsString()
  alt: string;
}

class PlanDto {
  @Length(10, 100, { context: { code: 'title-length' } })
  title: string;

  @IsInt()
  houseNumber: number;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PictureDto)
  pictures?: PictureDto[];

  @IsOptional()
  @IsObject()
  response?: object;
}

@Controller('plans')
class PlansController {
  @Public()
  @Post()
  submit(@Body() plan: PlanDto): PlanDto {
    return plan;
  }
}

@Module({ controllers: [PlansController], providers: [{ provide: SESSION_HANDLERS, useValue: [] }] })
class PlansModule {}

const VALID = { title: 'Een bank aan het water', houseNumber: 3 };
const INVISIBLE = 'Een bank\u200b aan het water';

describe('a text with hidden characters', () => {
  let test: TestApp;
  beforeAll(async () => (test = await startTestApp([PlansModule])));
  afterAll(() => test.close());

  const mistakes = async (body: object): Promise<string[]> => {
    const answer = await test.browser().post<Problem>('/plans', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
    return answer.body.errors?.map(({ field, code }) => `${field} ${code}`) ?? [];
  };

  it('is refused by the name of its field', async () => {
    expect(await mistakes({ ...VALID, title: INVISIBLE })).toEqual(['title hidden-characters']);
  });

  it('is refused wherever it stands in the body, also where no DTO looks', async () => {
    const body = {
      ...VALID,
      pictures: [{ alt: 'Een bank' }, { alt: INVISIBLE }],
      response: { id: 'x', inner: { list: ['fine', INVISIBLE] } },
    };
    expect(await mistakes(body)).toEqual([
      'pictures.1.alt hidden-characters',
      'response.inner.list.1 hidden-characters',
    ]);
  });

  it('is named together with every other mistake', async () => {
    const body = { title: 'Bank\u202e', houseNumber: 'three', colour: 'red\u2060' };
    expect((await mistakes(body)).sort()).toEqual([
      'colour hidden-characters',
      'colour invalid-input',
      'houseNumber invalid-input',
      'title hidden-characters',
      'title title-length',
    ]);
  });

  it('cannot hide in the depth: a body that no form would send is refused, and breaks nothing', async () => {
    const nested = (depth: number, text: string): string => {
      const deep = `${'['.repeat(depth)}"${text}"${']'.repeat(depth)}`;
      return `{"title":"${VALID.title}","houseNumber":3,"response":{"a":${deep}}}`;
    };
    const send = (body: string) => test.browser().send<Problem>('POST', '/plans', body);
    expect((await send(nested(10, 'fine'))).status).toBe(201);
    for (const depth of [30, 10_000]) {
      const { status, body } = await send(nested(depth, '\\u200b'));
      expect([status, body.errors]).toEqual([400, [expect.objectContaining({ field: 'body' })]]);
    }
  });

  it('is not what an emoji or another script is', async () => {
    const title = 'Goed plan 👩🏽\u200d🚒 می\u200cخواهم';
    const answer = await test.browser().post('/plans', { ...VALID, title });
    expect([answer.status, answer.body]).toEqual([201, { ...VALID, title }]);
  });
});
