import {
  Body,
  Controller,
  Delete,
  Get,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Config,
  CurrentResident,
  forgetFields,
  OptionalResident,
  Public,
  Requires,
  type CurrentAccount,
  WholeNumber,
  Shared,
} from '@buurtstem/platform-api';
import type { Request, Response } from 'express';
import {
  ArgumentDto,
  ArgumentPageDto,
  ArgumentVersionListDto,
  EditArgumentDto,
  LikeDto,
  ListArgumentsDto,
  ListRepliesDto,
  PostArgumentDto,
  PostReplyDto,
  ReplyDto,
  ReplyPageDto,
} from './arguments.dto';
import { EditArgument } from './edit-argument';
import { LikeArgument } from './like-argument';
import { ListArguments } from './list-arguments';
import { PostOnline } from './post-online';

@ApiTags('discussion')
@Controller('districts/:district/proposals/:number/arguments')
export class ArgumentsController {
  constructor(
    private readonly config: Config,
    private readonly list: ListArguments,
    private readonly postOnline: PostOnline,
    private readonly editArgument: EditArgument,
    private readonly likeArgument: LikeArgument,
  ) {}

  @Get()
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listArguments',
    summary: 'Arguments for and against, with their first replies.',
  })
  @ApiOkResponse({ type: ArgumentPageDto })
  page(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Query() asked: ListArgumentsDto,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<ArgumentPageDto> {
    return this.list.page({ district, number, reader }, asked);
  }

  @Post()
  @Requires('post-argument')
  @ApiOperation({ operationId: 'postArgument', summary: 'Adds an argument for or against.' })
  @ApiCreatedResponse({ type: ArgumentDto })
  async post(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { side, body }: PostArgumentDto,
    @CurrentResident() author: CurrentAccount,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ArgumentDto> {
    const id = await this.postOnline.argument({ district, number, author, side, body });
    // What the form was refused before its scripts came is mended now.
    forgetFields(request, response, this.config);
    return this.list.one({ district, number, reader: author }, id);
  }

  @Get(':argument')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getArgument',
    summary: 'One argument, or the argument that a reply stands under.',
  })
  @ApiOkResponse({ type: ArgumentDto })
  one(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<ArgumentDto> {
    return this.list.one({ district, number, reader }, argument);
  }

  @Patch(':argument')
  @Requires('post-argument')
  @ApiOperation({
    operationId: 'editArgument',
    summary: 'Changes the own argument or reply, until the first like or reply. Answers the argument.',
  })
  @ApiOkResponse({ type: ArgumentDto })
  async edit(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @Body() edit: EditArgumentDto,
    @CurrentResident() author: CurrentAccount,
  ): Promise<ArgumentDto> {
    await this.editArgument.execute({ district, number, author, argument, ...edit });
    return this.list.one({ district, number, reader: author }, argument);
  }

  @Get(':argument/versions')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listArgumentVersions',
    summary: 'What an argument or reply said before it was changed.',
  })
  @ApiOkResponse({ type: ArgumentVersionListDto })
  versions(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<ArgumentVersionListDto> {
    return this.list.versions({ district, number, reader }, argument);
  }

  @Get(':argument/replies')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listReplies', summary: 'Replies to an argument, oldest first.' })
  @ApiOkResponse({ type: ReplyPageDto })
  replies(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @Query() asked: ListRepliesDto,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<ReplyPageDto> {
    return this.list.replies({ district, number, reader }, argument, asked);
  }

  @Post(':argument/replies')
  @Requires('post-argument')
  @ApiOperation({ operationId: 'postReply', summary: 'Replies to an argument.' })
  @ApiCreatedResponse({ type: ReplyDto })
  async reply(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @Body() { body }: PostReplyDto,
    @CurrentResident() author: CurrentAccount,
  ): Promise<ReplyDto> {
    const id = await this.postOnline.reply({ district, number, author, argument, body });
    return this.list.reply({ district, number, reader: author }, id);
  }

  @Put(':argument/my-like')
  @Requires('like-argument')
  @ApiOperation({ operationId: 'likeArgument', summary: 'Calls an argument a good point; twice is once.' })
  @ApiOkResponse({ type: LikeDto })
  like(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<LikeDto> {
    return this.likeArgument.execute({ district, number, argument, resident, wish: 'liked' });
  }

  @Delete(':argument/my-like')
  @Requires('like-argument')
  @ApiOperation({ operationId: 'unlikeArgument', summary: 'Takes the like back.' })
  @ApiOkResponse({ type: LikeDto })
  unlike(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('argument', ParseUUIDPipe) argument: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<LikeDto> {
    return this.likeArgument.execute({ district, number, argument, resident, wish: 'not-liked' });
  }
}
