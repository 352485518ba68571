// A form comes where its link stands: a table is changed where it is read, something new is added below its heading, the
// words of the last report come into the form. Without script the link leads to a page with the same form, which is
// saved in the same way.
import { suggestAll } from './suggest.js';
import { guardUnsaved } from './unsaved.js';

async function formBehind(link) {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return answer.ok && !answer.redirected ? document.adoptNode(page.getElementById('record-form')) : null;
}

// Puts the form there; `back` takes it away again.
function show(form, link, put, back) {
  put(form);
  suggestAll(form);
  guardUnsaved(form);
  form.querySelector('.sb-actions a')?.addEventListener('click', (event) => {
    event.preventDefault();
    back(form);
    link.focus();
  });
  form.querySelector('input:not([type=hidden]), select, textarea').focus();
}

const isTouched = (form) => [...form.elements].some((field) => field.options
  ? [...field.options].some((option) => option.selected !== option.defaultSelected)
  : field.matches('input, textarea') && (field.checked !== field.defaultChecked || field.value !== field.defaultValue));

async function open(link) {
  const shown = document.getElementById('record-form'), section = link.closest('section');
  const form = await formBehind(link);
  if (shown && (link.dataset.inPlace !== 'form' || isTouched(shown))) {
    // The page has one form to be saved, and what was typed into it is not thrown away unasked.
    location.assign(link.href);
  } else if (shown) {
    shown.replaceWith(form);
    suggestAll(form);
    guardUnsaved(form);
    link.closest('p').remove();
    form.querySelector('input:not([type=hidden])').focus();
  } else if (form.classList.contains('sb-sheet')) {
    const table = section.querySelector('.sb-table');
    show(form, link, () => table.replaceWith(form), () => form.replaceWith(table));
  } else {
    const box = Object.assign(document.createElement('div'), { className: 'sb-in-place' });
    show(form, link, () => { box.append(form); link.closest('.sb-head').after(box); }, () => box.remove());
  }
}

export const changeInPlace = () => document.querySelectorAll('a[data-in-place]').forEach((link) =>
  link.addEventListener('click', (event) => {
    // A click that asks for a new tab gets one.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button)
      return;
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  }));
