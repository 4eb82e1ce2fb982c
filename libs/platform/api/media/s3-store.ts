import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type GetObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { Logger } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { NextFunction, Request, Response } from 'express';
import { MediaStore, type StoredFile } from './media-store';
import type { S3Settings } from './s3-settings';

/** One range from a beginning, as browsers ask for it; whoever asks for anything else gets the whole file. */
const ONE_RANGE = /^bytes=\d+-\d*$/;

/** The files in a bucket. They are served through this process, so that what is hidden is hidden at once. */
export class S3Store extends MediaStore {
  private readonly logger = new Logger('Media');
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Settings) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      // Other stores know neither a host name per bucket nor Amazon's newer checksums.
      ...(endpoint !== null && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000 },
    });
  }

  async keep(path: string, bytes: Buffer): Promise<void> {
    await this.ask((to) =>
      this.client.send(
        new PutObjectCommand({ ...to, Key: path, Body: bytes, ContentType: 'application/octet-stream' }),
      ),
    );
  }

  async has(path: string): Promise<boolean> {
    const head = await this.ask((to) => this.client.send(new HeadObjectCommand({ ...to, Key: path })), [404]);
    return typeof head !== 'number';
  }

  async read(path: string): Promise<Buffer | null> {
    const file = await this.ask((to) => this.client.send(new GetObjectCommand({ ...to, Key: path })), [404]);
    if (typeof file === 'number' || !file.Body) return null;
    return Buffer.from(await file.Body.transformToByteArray());
  }

  async remove(path: string): Promise<void> {
    await this.ask((to) => this.client.send(new DeleteObjectCommand({ ...to, Key: path })), [404]);
  }

  async *list(folder: string): AsyncIterable<StoredFile> {
    let next: string | undefined;
    do {
      const after = next;
      const page = await this.ask((to) =>
        this.client.send(
          new ListObjectsV2Command({
            ...to,
            Prefix: `${folder}/`,
            ...(after && { ContinuationToken: after }),
          }),
        ),
      );
      if (typeof page === 'number') return;
      for (const { Key: path, LastModified: storedAt } of page.Contents ?? [])
        if (path !== undefined && storedAt !== undefined) yield { path, storedAt };
      next = page.NextContinuationToken;
    } while (next !== undefined);
  }

  serve(path: string, request: Request, response: Response, next: NextFunction): void {
    this.answer(path, request, response).then((isThere) => isThere || next(), next);
  }

  /** Whether there is such a file. */
  private async answer(path: string, request: Request, response: Response): Promise<boolean> {
    const wanted = request.get('range') ?? '';
    // A range with a condition may mean the whole file; the whole file is always right.
    const range = ONE_RANGE.test(wanted) && request.get('if-range') === undefined ? wanted : undefined;
    const file = await this.ask(
      (to) => this.client.send(new GetObjectCommand({ ...to, Key: path, ...(range && { Range: range }) })),
      [404, 416],
    );
    if (file === 404) return false;
    if (typeof file === 'number') {
      response.status(416).end();
      return true;
    }
    const body = file.Body as Readable;
    this.describe(file, path, response);
    if (request.fresh || request.method === 'HEAD') {
      body.destroy();
      if (request.fresh) response.status(304);
      response.end();
      return true;
    }
    if (file.ContentRange !== undefined) response.status(206).setHeader('Content-Range', file.ContentRange);
    await pipeline(body, response).catch((error: unknown) => {
      // Whoever asked has gone; a store that breaks off leaves an answer that is shorter than it said.
      if (!response.destroyed) throw error;
    });
    return true;
  }

  /** What kind of file it is its name says, not whoever put it there. */
  private describe(file: GetObjectCommandOutput, path: string, response: Response): void {
    response.type(extname(path));
    response.setHeader('Accept-Ranges', 'bytes');
    if (response.getHeader('Cache-Control') === undefined)
      response.setHeader('Cache-Control', 'public, max-age=2592000, immutable');
    if (file.ETag !== undefined) response.setHeader('ETag', file.ETag);
    if (file.LastModified) response.setHeader('Last-Modified', file.LastModified.toUTCString());
    if (file.ContentLength !== undefined) response.setHeader('Content-Length', file.ContentLength);
  }

  /** The answer, or its status where that is one of these. What else goes wrong is for the operator to read. */
  private async ask<T>(
    send: (to: { readonly Bucket: string }) => Promise<T>,
    statuses: readonly number[] = [],
  ): Promise<T | number> {
    try {
      return await send({ Bucket: this.bucket });
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      if (status !== undefined && statuses.includes(status)) return status;
      this.logger.error(`The bucket ${this.bucket} does not answer: ${String(error)}`);
      throw new Refusal('temporarily-unavailable');
    }
  }
}
