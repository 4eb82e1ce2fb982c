import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DeskCounts } from '@buurtstem/accounts-web';
import type { DraftAgenda } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { DeskFailed, Icon, lastValue, PageClock } from '@buurtstem/ui';
import { AgendaApi } from '../agenda-api';
import { dateBlock, isToCome } from '../meeting-words';
import { AgendaEditor } from './agenda-editor';
import { AgendaDeskApi } from './desk-api';
import { lateWords, pressing, tasksIntro, taskWords } from './task-words';

/** Where the clerk begins: what needs doing, by date, and beside it the agenda that is next. */
@Component({
  selector: 'bs-tasks-page',
  imports: [RouterLink, AgendaEditor, DeskFailed, Icon],
  templateUrl: './tasks-page.html',
})
export class TasksPage {
  private readonly api = inject(AgendaDeskApi);
  private readonly now = inject(PageClock).now();
  protected readonly current = inject(CurrentDistrict);
  protected readonly resource = this.api.tasks();
  protected readonly meetings = inject(AgendaApi).meetings();
  private readonly read = lastValue(this.resource);
  private readonly allMeetings = lastValue(this.meetings);

  protected readonly next = computed(
    () => this.allMeetings()?.items.find((meeting) => isToCome(meeting, this.now)) ?? null,
  );
  protected readonly draftResource = this.api.draft(() => this.next()?.id);
  protected readonly draft = lastValue(this.draftResource);
  protected readonly tasks = computed(
    () =>
      this.read()?.items.map((task) => ({
        ...taskWords(task),
        id: [task.kind, task.dueAt, task.item, task.meeting?.id].join(' '),
        block: dateBlock(task.dueAt),
        late: task.isLate ? lateWords(task, this.now) : null,
        isCount: task.kind === 'count-date',
      })) ?? null,
  );
  protected readonly intro = computed(() => tasksIntro(this.read()?.items ?? [], this.now));

  constructor() {
    const counts = inject(DeskCounts);
    effect(() => {
      const tasks = this.read()?.items;
      if (tasks) counts.tell({ griffie: pressing(tasks, this.now) });
    });
  }

  protected address(link: readonly (string | number)[]): readonly (string | number | null)[] {
    return ['/', this.current.slug(), ...link];
  }

  protected take(draft: DraftAgenda): void {
    this.draftResource.set(draft);
  }

  protected reload(): void {
    this.resource.reload();
    this.meetings.reload();
  }
}
