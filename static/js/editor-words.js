// The tools of the editor by Chinese names: most of its own are English in every language.
import { Extension, gettext } from "django-prose-editor/editor";

function rename(tool) {
  const name = gettext(tool.title);
  tool.title = name;
  tool.setAttribute("aria-label", name);
}

export const Words = Extension.create({
  name: "words",
  priority: 1, // after every extension that brings tools
  addMenuItems({ _definedItems }) {
    for (const { button, option } of Object.values(_definedItems)) {
      if (button?.title) rename(button);
      if (option) option.textContent = gettext(option.textContent);
    }
  },
  onTransaction({ editor }) {
    // Where the cursor stands in what is no paragraph, the editor shows a question mark without a name.
    for (const unknown of editor.view.dom.parentElement?.querySelectorAll("[aria-label=question_mark]") ?? []) {
      unknown.title = "其他格式";
      unknown.setAttribute("aria-label", unknown.title);
    }
  },
});
