// The menus of the header close on Escape, with the focus where it was, and when one goes elsewhere.
const menus = () => document.querySelectorAll('.sb-menu[open], .sb-languages[open], .sb-person[open]');

export function closeMenus() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape')
      return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  for (const kind of ['click', 'focusin'])
    document.addEventListener(kind, (event) => {
      for (const menu of menus())
        if (!menu.contains(event.target))
          menu.open = false;
    });
}
