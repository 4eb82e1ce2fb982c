import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AddressTable,
  AuditPage,
  LetterBatch,
  LetterBatchList,
  NewLetterBatch,
  RetentionRunList,
  StaffInvitation,
  StaffList,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Role } from '@buurtstem/shared-domain';
import type { Observable } from 'rxjs';

/** What the administrator's pages read and write in the current district. */
@Injectable({ providedIn: 'root' })
export class StaffApi {
  private readonly http = inject(HttpClient);
  private readonly district = inject(CurrentDistrict);

  people(): HttpResourceRef<StaffList | undefined> {
    return httpResource<StaffList>(() => this.district.path('/staff'));
  }

  invite(email: string, role: Role): Observable<StaffInvitation> {
    return this.http.post<StaffInvitation>(this.address('/staff-invitations'), { email, role });
  }

  revokeInvitation(invitation: string): Observable<unknown> {
    return this.http.delete(this.address(`/staff-invitations/${invitation}`));
  }

  withdrawRole(account: string, role: Role): Observable<unknown> {
    return this.http.delete(this.address(`/staff/${account}/roles/${role}`));
  }

  resetSecondFactors(account: string): Observable<unknown> {
    return this.http.delete(this.address(`/staff/${account}/second-factors`));
  }

  addressTable(): HttpResourceRef<AddressTable | undefined> {
    return httpResource<AddressTable>(() => this.district.path('/addresses'));
  }

  /** The file goes as it is: its bytes are the API's to read. */
  importAddresses(file: Blob): Observable<AddressTable> {
    return this.http.put<AddressTable>(this.address('/addresses'), file, {
      headers: { 'Content-Type': 'text/csv' },
    });
  }

  letterBatches(): HttpResourceRef<LetterBatchList | undefined> {
    return httpResource<LetterBatchList>(() => this.district.path('/letter-batches'));
  }

  createLetterBatch(label: string, size: number): Observable<NewLetterBatch> {
    return this.http.post<NewLetterBatch>(this.address('/letter-batches'), { label, size });
  }

  revokeLetterBatch(batch: string): Observable<LetterBatch> {
    return this.http.post<LetterBatch>(this.address(`/letter-batches/${batch}/revocation`), {});
  }

  auditEntries(): HttpResourceRef<AuditPage | undefined> {
    return httpResource<AuditPage>(() => this.district.path('/audit-entries'));
  }

  auditEntriesAfter(cursor: string): Observable<AuditPage> {
    return this.http.get<AuditPage>(this.address('/audit-entries'), { params: { cursor } });
  }

  retentionRuns(): HttpResourceRef<RetentionRunList | undefined> {
    return httpResource<RetentionRunList>(() => this.district.path('/retention-runs'));
  }

  private address(rest: string): string {
    return this.district.path(rest) ?? '';
  }
}
