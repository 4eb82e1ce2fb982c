import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import {
  CurrentResident,
  OptionalResident,
  Public,
  Requires,
  type CurrentAccount,
  WholeNumber,
  Shared,
} from '@buurtstem/platform-api';
import { AddNote } from './add-note';
import { EditProposal } from './edit-proposal';
import { FindSimilar } from './find-similar';
import { ListPins } from './list-pins';
import { ListPinsDto, ListProposalsDto, SimilarDto, TopDto } from './list-proposals.dto';
import { ListMyProposals } from './list-my-proposals';
import { ListProposals } from './list-proposals';
import {
  MyProposalListDto,
  PinListDto,
  ProposalDto,
  ProposalPageDto,
  SimilarProposalListDto,
  StandingNowDto,
  StandingsDto,
} from './proposals.dto';
import { PublishProposal } from './publish-proposal';
import { ReadProposal } from './read-proposal';
import { SubmitProposal } from './submit-proposal';
import { WithdrawProposal } from './withdraw-proposal';
import { AddNoteDto, EditProposalDto, SubmitProposalDto, WithdrawProposalDto } from './write-proposal.dto';

@ApiTags('proposals')
@Controller('districts/:district')
export class ProposalsController {
  constructor(
    private readonly districts: Districts,
    private readonly list: ListProposals,
    private readonly pins: ListPins,
    private readonly listMine: ListMyProposals,
    private readonly similar: FindSimilar,
    private readonly read: ReadProposal,
    private readonly submitProposal: SubmitProposal,
    private readonly editProposal: EditProposal,
    private readonly publishProposal: PublishProposal,
    private readonly withdrawProposal: WithdrawProposal,
    private readonly addNote: AddNote,
  ) {}

  @Get('standings')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getStandings', summary: 'The front runners of the open round.' })
  @ApiOkResponse({ type: StandingsDto })
  standings(@Param('district') district: string, @Query() { limit }: TopDto): Promise<StandingsDto> {
    return this.list.standings(district, limit);
  }

  @Get('proposals')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listProposals', summary: 'Public proposals, a page at a time.' })
  @ApiOkResponse({ type: ProposalPageDto })
  page(@Param('district') district: string, @Query() asked: ListProposalsDto): Promise<ProposalPageDto> {
    return this.list.page(district, asked);
  }

  @Get('proposal-pins')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listProposalPins',
    summary: 'Public proposals that have a place, as pins on a map.',
  })
  @ApiOkResponse({ type: PinListDto })
  async pinsOnMap(@Param('district') district: string, @Query() asked: ListPinsDto): Promise<PinListDto> {
    return { items: [...(await this.pins.list(district, asked))] };
  }

  @Get('similar-proposals')
  @Public()
  @ApiOperation({
    operationId: 'listSimilarProposals',
    summary: 'Public proposals that are like what somebody is writing.',
  })
  @ApiOkResponse({ type: SimilarProposalListDto })
  async similarProposals(
    @Param('district') district: string,
    @Query() { text }: SimilarDto,
  ): Promise<SimilarProposalListDto> {
    return { items: await this.similar.list(district, text) };
  }

  @Get('my-proposals')
  @Requires('submit-proposal')
  @ApiOperation({
    operationId: 'listMyProposals',
    summary: 'The resident’s own proposals, drafts too: the 200 that were changed last.',
  })
  @ApiOkResponse({ type: MyProposalListDto })
  async mine(
    @Param('district') district: string,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MyProposalListDto> {
    return { items: await this.listMine.list(district, id) };
  }

  @Post('proposals')
  @Requires('submit-proposal')
  @ApiOperation({ operationId: 'submitProposal', summary: 'Takes a proposal in as a draft of the resident.' })
  @ApiCreatedResponse({ type: ProposalDto })
  async submit(
    @Param('district') district: string,
    @Body() proposal: SubmitProposalDto,
    @CurrentResident() submitter: CurrentAccount,
  ): Promise<ProposalDto> {
    const districtId = await this.districts.idOf(district);
    const number = await this.submitProposal.online({ ...proposal, districtId, submitter });
    return this.read.one(district, number, submitter);
  }

  @Get('proposals/:number')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getProposal',
    summary: 'One proposal. A draft exists for its submitter only.',
  })
  @ApiOkResponse({ type: ProposalDto })
  one(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<ProposalDto> {
    return this.read.one(district, number, reader);
  }

  @Get('proposals/:number/standing')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getStanding', summary: 'Votes for and against as they stand.' })
  @ApiOkResponse({ type: StandingNowDto })
  standing(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
  ): Promise<StandingNowDto> {
    return this.read.standing(district, number);
  }

  @Patch('proposals/:number')
  @Requires('edit-own-proposal')
  @ApiOperation({
    operationId: 'editProposal',
    summary: 'Changes the text, until the first vote or argument.',
  })
  @ApiOkResponse({ type: ProposalDto })
  async edit(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() edit: EditProposalDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<ProposalDto> {
    await this.editProposal.execute(await this.districts.idOf(district), number, resident, edit);
    return this.read.one(district, number, resident);
  }

  @Post('proposals/:number/publication')
  @Requires('edit-own-proposal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'publishProposal', summary: 'Puts a draft online.' })
  @ApiOkResponse({ type: ProposalDto })
  async publish(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<ProposalDto> {
    await this.publishProposal.execute(await this.districts.idOf(district), number, resident.id);
    return this.read.one(district, number, resident);
  }

  @Post('proposals/:number/withdrawal')
  @Requires('edit-own-proposal')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawProposal', summary: 'Takes a proposal out of the running.' })
  @ApiOkResponse({ type: ProposalDto })
  async withdraw(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { reason }: WithdrawProposalDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<ProposalDto> {
    await this.withdrawProposal.execute(await this.districts.idOf(district), number, resident.id, reason);
    return this.read.one(district, number, resident);
  }

  @Post('proposals/:number/notes')
  @Requires('edit-own-proposal')
  @ApiOperation({ operationId: 'addNote', summary: 'Adds a dated note by the submitter.' })
  @ApiCreatedResponse({ type: ProposalDto })
  async note(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { text }: AddNoteDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<ProposalDto> {
    await this.addNote.execute(await this.districts.idOf(district), number, resident.id, text);
    return this.read.one(district, number, resident);
  }
}
