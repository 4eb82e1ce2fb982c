import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Visitor } from '@buurtstem/accounts-web';
import type { MyProposal, MyVotes, NotVoted, Receipt } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';

/** What the visitor did in the current district. Nothing is asked while nobody is signed in. */
@Injectable({ providedIn: 'root' })
export class MyPageApi {
  private readonly visitor = inject(Visitor);
  private readonly district = inject(CurrentDistrict);

  votes(): HttpResourceRef<MyVotes | undefined> {
    return httpResource<MyVotes>(() => this.own('/my-votes'));
  }

  notVoted(): HttpResourceRef<NotVoted | undefined> {
    return httpResource<NotVoted>(() => this.own('/not-voted'));
  }

  receipts(): HttpResourceRef<{ items: Receipt[] } | undefined> {
    return httpResource<{ items: Receipt[] }>(() => this.own('/my-receipts'));
  }

  proposals(): HttpResourceRef<{ items: MyProposal[] } | undefined> {
    return httpResource<{ items: MyProposal[] }>(() => this.own('/my-proposals'));
  }

  private own(rest: string): string | undefined {
    return this.visitor.own(this.district.path(rest));
  }
}
