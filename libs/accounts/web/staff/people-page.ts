import { Component, inject } from '@angular/core';
import { type Role } from '@buurtstem/shared-domain';
import { Act, ActResult, Confirm, DeskFailed, Icon, lastValue, MomentPipe } from '@buurtstem/ui';
import { Visitor } from '../visitor';
import { InviteForm } from './invite-form';
import { roleName } from './role-words';
import { StaffApi } from './staff-api';
import type { StaffInvitation, StaffMember } from '@buurtstem/contract';

/** Who works here with which role; inviting, withdrawing a role, and helping who lost a phone. */
@Component({
  selector: 'bs-people-page',
  imports: [ActResult, Confirm, DeskFailed, Icon, InviteForm, MomentPipe],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  protected readonly rolesOf = (name: string) => $localize`Rollen van ${name}:name:`;
  private readonly api = inject(StaffApi);
  private readonly visitor = inject(Visitor);

  protected readonly resource = this.api.people();
  protected readonly people = lastValue(this.resource);
  protected readonly act = new Act();
  protected readonly roleName = roleName;

  protected nameOf(person: StaffMember): string {
    return person.displayName ?? person.email;
  }

  /** What taking the role away means, said before it is done. */
  protected roleLoss(person: StaffMember, role: StaffMember['roles'][number]): string {
    return this.isMe(person)
      ? $localize`U bent dan geen ${roleName(role).toLowerCase()}:role: meer.`
      : $localize`${this.nameOf(person)}:name: is dan geen ${roleName(role).toLowerCase()}:role: meer.`;
  }

  protected isMe(person: StaffMember): boolean {
    return person.accountId === this.visitor.account()?.id;
  }

  protected async withdraw(person: StaffMember, role: Role): Promise<void> {
    await this.do(
      this.act.run(
        this.api.withdrawRole(person.accountId, role),
        () => $localize`${this.nameOf(person)}:name: is geen ${roleName(role).toLowerCase()}:role: meer.`,
      ),
    );
  }

  protected async reset(person: StaffMember): Promise<void> {
    await this.do(
      this.act.run(
        this.api.resetSecondFactors(person.accountId),
        () =>
          $localize`De tweede stap van ${this.nameOf(person)}:name: is gewist. Bij de volgende keer inloggen stelt ${this.nameOf(person)}:name: een nieuwe in.`,
      ),
    );
  }

  protected async revoke(invitation: StaffInvitation): Promise<void> {
    await this.do(
      this.act.run(
        this.api.revokeInvitation(invitation.id),
        () => $localize`De uitnodiging voor ${invitation.email}:email: werkt niet meer.`,
      ),
    );
  }

  protected reload(): void {
    this.resource.reload();
  }

  private async do(act: Promise<unknown>): Promise<void> {
    // Also after a refusal: somebody else may have changed the list in between.
    await act;
    this.reload();
  }
}
