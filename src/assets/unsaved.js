// The browser asks before one leaves a form that has been written into, in its own words.
export function guardUnsaved(form = document.getElementById('record-form')) {
  if (!form)
    return;
  // What the portal sent back is not saved either.
  let written = form.querySelector('[aria-invalid]') !== null || document.querySelector('.ds-alert[role=alert]') !== null;
  form.addEventListener('input', () => { written = true; });
  form.addEventListener('submit', () => { written = false; });
  addEventListener('pageshow', (event) => { written = written || event.persisted; });
  addEventListener('beforeunload', (event) => {
    if (written && form.isConnected)
      event.preventDefault();
  });
}
