// What Word and WPS put on the clipboard, in the words that the editor knows. A security policy without inline
// styles hides from the editor what is told by style alone: that 2 in m² is raised.
import { Extension } from "django-prose-editor/editor";

const SHIFTED = { super: "sup", sub: "sub" };
const HEADINGS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" };

export const Pasting = Extension.create({
  name: "pasting",
  transformPastedHTML(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const one of body.querySelectorAll("[style*='vertical-align']")) {
      const shift = /vertical-align:\s*(super|sub)\b/.exec(one.getAttribute("style"));
      if (shift && !one.matches("sup, sub")) {
        const shifted = document.createElement(SHIFTED[shift[1]]);
        shifted.append(...one.childNodes);
        one.append(shifted);
      }
    }
    for (const heading of body.querySelectorAll("h1, h4, h5, h6")) {
      const other = document.createElement(HEADINGS[heading.tagName]);
      other.append(...heading.childNodes);
      heading.replaceWith(other);
    }
    return body.innerHTML;
  },
});
