import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type {
  ArgumentDto,
  ArgumentPageDto,
  ArgumentVersionListDto,
  ListArgumentsDto,
  ListRepliesDto,
  ReplyDto,
  ReplyPageDto,
} from './arguments.dto';

/** Whose arguments, and who reads. */
export interface Asked {
  readonly district: string;
  readonly number: number;
  readonly reader: CurrentAccount | null;
}

/** The arguments under a proposal, by keyset. */
@Injectable()
export class ListArguments {
  page(_under: Asked, _asked: ListArgumentsDto): Promise<ArgumentPageDto> {
    throw new Error('to be written');
  }

  /** The argument with this id, or the one that the reply with this id stands under. */
  one(_under: Asked, _id: string): Promise<ArgumentDto> {
    throw new Error('to be written');
  }

  reply(_under: Asked, _id: string): Promise<ReplyDto> {
    throw new Error('to be written');
  }

  replies(_under: Asked, _argumentId: string, _asked: ListRepliesDto): Promise<ReplyPageDto> {
    throw new Error('to be written');
  }

  versions(_under: Asked, _id: string): Promise<ArgumentVersionListDto> {
    throw new Error('to be written');
  }
}
