import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { MyIdentity } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Observable } from 'rxjs';
import { Visitor } from '../visitor';

/** What the visitor has shown of who they are, in the current district, and the ways to show more. */
@Injectable({ providedIn: 'root' })
export class IdentityApi {
  private readonly http = inject(HttpClient);
  private readonly visitor = inject(Visitor);
  private readonly district = inject(CurrentDistrict);

  mine(): HttpResourceRef<MyIdentity | undefined> {
    return httpResource<MyIdentity>(() => this.visitor.own(this.district.path('/my-identity')));
  }

  proveAddress(address: { postcode: string; houseNumber: number }): Observable<MyIdentity> {
    return this.http.put<MyIdentity>(this.address('/my-address'), address);
  }

  useLetterCode(code: string): Observable<MyIdentity> {
    return this.http.put<MyIdentity>(this.address('/my-letter-code'), { code });
  }

  /** Leads away from this site and back to `returnTo`: a plain link, no request of the page. */
  brokerAddress(returnTo: string): string {
    return this.address(`/broker?returnTo=${encodeURIComponent(returnTo)}`);
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
