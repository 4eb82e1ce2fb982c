import { ApiProperty } from '@nestjs/swagger';

/** One format in every width that there is; a browser takes the first whose type it knows. */
export class PictureSourceDto {
  @ApiProperty({ example: 'image/avif' }) type: string;
  @ApiProperty({ description: 'As in the `srcset` of a `source`: each address with its width.' })
  srcset: string;
}

export class PictureDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'For who knows none of the sources.' }) url: string;
  @ApiProperty({ type: [PictureSourceDto], description: 'Empty where the picture is one file.' })
  sources: PictureSourceDto[];
  @ApiProperty({ description: 'What it shows, for who cannot see it; empty where nobody said.' }) alt: string;
  @ApiProperty() width: number;
  @ApiProperty() height: number;
}
