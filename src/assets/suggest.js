// Suggests what a reference may refer to while a part of its name is typed. Without it the form is sent as it is, and the
// portal finds out what was meant (portal/record_references.c).
const PAUSE_MS = 200;
const SHORTEST = 2;

// As the portal writes it into the field: "Ingrid Solheim (ingrid.solheim)".
const written = (item) => `${item.name ?? item.title} (${item.code ?? (item.account || `#${item.id}`)})`;

function suggest(input) {
  const list = document.createElement('datalist');
  let asked = 0, pause;
  list.id = `${input.id}-suggestions`;
  input.after(list);
  input.setAttribute('list', list.id);

  const ask = async () => {
    const number = ++asked, text = input.value.trim();
    if (text.length < SHORTEST || [...list.options].some((option) => option.value === input.value))
      return;
    const answer = await fetch(`${input.dataset.search}?q=${encodeURIComponent(text)}`, { headers: { Accept: 'application/json' } });
    const items = answer.ok ? (await answer.json()).items : [];
    // Only what was asked last is shown, whichever answer comes last.
    if (number === asked)
      list.replaceChildren(...items.slice(0, 20).map((item) => Object.assign(document.createElement('option'), { value: written(item) })));
  };

  input.addEventListener('input', () => {
    clearTimeout(pause);
    // Where the portal does not answer, the field is what it is without suggestions.
    pause = setTimeout(() => ask().catch(() => {}), PAUSE_MS);
  });
}

export const suggestAll = (within = document) => within.querySelectorAll('input[data-search]').forEach(suggest);
