// What the pages do beside what they are without script: every task works without it.
import { changeInPlace } from './in_place.js';
import { closeMenus } from './menus.js';
import { suggestAll } from './suggest.js';
import { guardUnsaved } from './unsaved.js';

// The notice has been seen: who reloads the page or is given its address has saved nothing.
function forgetSaved() {
  const address = new URL(location.href);
  if (!address.searchParams.has('saved') && !address.searchParams.has('removed'))
    return;
  address.searchParams.delete('saved');
  address.searchParams.delete('removed');
  history.replaceState(history.state, '', address);
}

forgetSaved();
closeMenus();
suggestAll();
changeInPlace();
guardUnsaved();
