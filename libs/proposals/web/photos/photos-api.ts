import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Pictures } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';
import { upload } from './upload';

/** The photos beside one's own plan. */
@Injectable({ providedIn: 'root' })
export class PhotosApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  /** `id` is ours: the same photo sent again, after its answer got lost, does not come twice. */
  send(plan: number, id: string, photo: File, progress: (percent: number) => void): Promise<Pictures> {
    return upload(this.address(plan, `pictures/${id}`), photo, progress);
  }

  describe(plan: number, id: string, alt: string): Observable<Pictures> {
    return this.http.patch<Pictures>(this.address(plan, `pictures/${id}`), { alt });
  }

  order(plan: number, pictures: readonly string[]): Observable<Pictures> {
    return this.http.put<Pictures>(this.address(plan, 'picture-order'), { pictures });
  }

  remove(plan: number, id: string): Observable<unknown> {
    return this.http.delete(this.address(plan, `pictures/${id}`));
  }

  private address(plan: number, rest: string): string {
    return this.district.path(`/proposals/${plan}/${rest}`) ?? '';
  }
}
