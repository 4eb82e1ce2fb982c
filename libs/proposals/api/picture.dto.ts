import { ApiProperty } from '@nestjs/swagger';

export class PictureDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() url: string;
  @ApiProperty() alt: string;
  @ApiProperty() width: number;
  @ApiProperty() height: number;
}
