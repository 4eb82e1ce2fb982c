import { Component } from '@angular/core';

/** A part of a page whose script did not come. What the visitor was reading stays; only what it does is not here. */
@Component({
  selector: 'bs-part-failed',
  template: `<p i18n class="bs-meta" role="status">
    Dit werkt nu niet: er is geen verbinding. Laad de pagina opnieuw als u weer verbinding hebt.
  </p>`,
})
export class PartFailed {}
