// What Word, WPS, Excel and public accounts of WeChat put on the clipboard, in the words that the editor knows: its
// styles go, its lists, tables and headings stay, and what cannot come along is named. A security policy without
// inline styles hides from the editor what is told by style alone: that 2 in m² is raised, that a word is bold.
import { Extension } from "django-prose-editor/editor";

const STYLED = [
  [/(?:^|;)\s*vertical-align:\s*super\b/i, "sup"],
  [/(?:^|;)\s*vertical-align:\s*sub\b/i, "sub"],
  [/(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)\b/i, "strong"],
  [/(?:^|;)\s*font-style:\s*italic\b/i, "em"],
];
const NOT_BOLD = /(?:^|;)\s*font-weight:\s*(?:normal|400)\b/i; // round a whole document of Google's
const UNSEEN = /(?:^|;)\s*(?:display:\s*none|mso-hide:\s*all|mso-element:\s*(?:comment|para-border))/i;
const PICTURES = "img, picture, svg, canvas, object, embed";
const FILMS = "video, audio, iframe, mpvoice, mp-common-mpaudio, mp-common-videosnap";
const BLOCKS = "p, li, td, th, h1, h2, h3, h4, h5, h6, section, div, blockquote";
const HAN = /[⺀-鿿豈-﫿︰-￯“”‘’…—]/;
const OF_LIST = /(?:^|;)\s*mso-list:\s*(l\d+)\s+level(\d+)/i;
const MARKS = [
  [/^(\d{1,3})[.、．)）]?$/, (found) => ({ tag: "ol", start: Number(found[1]) })],
  [/^([a-z])[.、．)）]$/, (found) => ({ tag: "ol", start: found[1].charCodeAt(0) - 96, type: "a" })],
  [/^[·•●○◦o§▪■□◆◇►➢✓✔üØvnlu–—*-]$/, () => ({ tag: "ul" })],
];

export const Pasting = Extension.create({
  name: "pasting",
  onCreate({ editor }) {
    editor.view.dom.addEventListener("paste", ({ clipboardData: { files, types } }) => {
      if (files.length && !types.includes("text/html")) {
        tell(editor, { pictures: [...files].map(({ name }) => ({ name, after: null })), films: 0 });
      }
    });
  },
  transformPastedHTML(html) {
    if (html.includes("data-pm-slice")) return html; // out of an editor like this one
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const step of [dropUnseen, cleanLines, restyle, makeLists]) step(body);
    tell(this.editor, takeOut(body));
    for (const step of [levelHeadings, mendTables, tidy]) step(body);
    return body.innerHTML;
  },
});

// What nobody saw where it was copied: notes, deleted passages, the lines that hold a sheet's widths.
function dropUnseen(body) {
  for (const one of body.querySelectorAll("style, script, xml, title, meta, link, del")) one.remove();
  for (const one of body.querySelectorAll("[style]")) if (UNSEEN.test(one.getAttribute("style"))) one.remove();
}

// Pictures and films, of which the editor takes none: what each is called, and after which words it stood.
function takeOut(body) {
  const found = [...body.querySelectorAll(PICTURES)].filter((one) => !one.parentElement.closest(PICTURES) && !isDot(one));
  const left = { pictures: found.map((one) => ({ name: nameOf(one), after: wordsBefore(body, one) })), films: 0 };
  left.films = body.querySelectorAll(FILMS).length;
  for (const one of body.querySelectorAll(`${PICTURES}, ${FILMS}`)) one.remove();
  return left;
}

function isDot(picture) {
  return ["width", "height"].some((side) => picture.getAttribute(side) && parseFloat(picture.getAttribute(side)) <= 3);
}

// What somebody called it; the addresses of WeChat, and names that programs gave, say nothing.
function nameOf(one) {
  const picture = one.matches("img") ? one : (one.querySelector("img") ?? one);
  const said = (picture.getAttribute("alt") || picture.getAttribute("title") || "").trim();
  if (said && !/^(?:图片|image|picture|\[.*\])$/i.test(said)) return said.split(/[\\/]/).at(-1);
  const [file] = (picture.getAttribute("src") ?? "").split(/[?#]/)[0].match(/[^\\/]+\.(?:jpe?g|png|gif|webp|bmp|heic|tiff?)$/i) ?? [""];
  try {
    return /^(?:clip_)?image\d*\.|^wps\d*\./i.test(file) ? "" : decodeURIComponent(file);
  } catch {
    return file;
  }
}

function wordsBefore(body, one) {
  const before = document.createRange();
  before.setStart(body, 0);
  before.setEndBefore(one);
  return before.toString().replace(/\s+/g, "").slice(-12);
}

function tell(editor, { pictures, films }) {
  const around = editor.view.dom.closest(".prose-editor") ?? editor.view.dom;
  let line = around.parentElement.querySelector(".paste-told");
  if (!line) {
    line = document.createElement("p");
    line.className = "help paste-told";
    line.setAttribute("role", "status");
    around.after(line);
  }
  const named = pictures.map(({ name, after }, at) => {
    const place = after === null ? "" : after ? `，原来在“…${after}”后面` : "，原来在最前面";
    return `第 ${at + 1} 张${name ? `“${name}”` : ""}${place}`;
  });
  const where = document.querySelector(".photo-rows") ? "请在“照片”里另外上传。" : "正文里放不了图片。";
  line.textContent =
    (pictures.length ? `有 ${pictures.length} 张图片没有粘贴进来：${named.join("；")}。${where}` : "") +
    (films ? `有 ${films} 段视频或音频没有粘贴进来。` : "");
}

// Programs break the lines of their HTML anywhere, between two characters too; there is no space in Chinese.
function cleanLines(body) {
  const texts = nodesOf(body, NodeFilter.SHOW_TEXT);
  const blocks = texts.map((text) => text.parentElement.closest(BLOCKS));
  texts.forEach((text, at) => {
    const [before, after] = [-1, 1].map((step) => (blocks[at + step] === blocks[at] ? texts[at + step].data : ""));
    text.data = text.data.replace(/[ \t\r]*\n\s*/g, (gap, from) => {
      const left = text.data[from - 1] ?? before.at(-1) ?? "";
      const right = text.data[from + gap.length] ?? after[0] ?? "";
      return HAN.test(left) && HAN.test(right) ? "" : " ";
    });
  });
}

function nodesOf(body, kind) {
  const walker = document.createTreeWalker(body, kind);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function restyle(body) {
  for (const one of body.querySelectorAll("b[style], strong[style]")) {
    if (NOT_BOLD.test(one.getAttribute("style"))) one.replaceWith(...one.childNodes);
  }
  for (const one of body.querySelectorAll("span[style], font[style], a[style]")) {
    for (const [style, tag] of STYLED) {
      if (!style.test(one.getAttribute("style")) || one.closest(tag) || !one.textContent.trim()) continue;
      if (tag === "strong" && one.closest("b, h1, h2, h3, h4, h5, h6")) continue;
      const made = document.createElement(tag);
      made.append(...one.childNodes);
      one.append(made);
    }
  }
  for (const link of body.querySelectorAll("a[href]")) {
    if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(link.getAttribute("href"))) link.replaceWith(...link.childNodes);
  }
}

// Word and WPS number paragraphs by style, and write the number out for programs that know no lists.
function makeLists(body) {
  let open = []; // the lists that the next item may belong to, outermost first
  for (const paragraph of body.querySelectorAll("p")) {
    const item = itemOf(paragraph);
    if (!item) continue;
    if (open.length && paragraph.previousElementSibling !== open[0].list) open = [];
    while (open.length && open.at(-1).level > item.level) open.pop();
    const last = open.at(-1);
    if (!last || last.level < item.level || last.tag !== item.tag || last.id !== item.id) {
      if (last?.level === item.level) open.pop();
      open.push({ ...item, list: listAt(paragraph, open.at(-1), item) });
    }
    const [entry, words] = ["li", "p"].map((tag) => document.createElement(tag));
    words.append(...paragraph.childNodes);
    entry.append(words);
    open.at(-1).list.append(entry);
    paragraph.remove();
  }
}

function listAt(paragraph, outer, { tag, start, type }) {
  const list = document.createElement(tag);
  if (start > 1) list.setAttribute("start", start);
  if (type) list.setAttribute("type", type);
  if (outer) outer.list.lastElementChild.append(list);
  else paragraph.before(list);
  return list;
}

// What 一、 and （1） number in an official document is told by just these signs: they stay words.
function itemOf(paragraph) {
  const styled = OF_LIST.exec(paragraph.getAttribute("style") ?? "");
  const mark = styled && takeMark(paragraph);
  if (!mark) return null;
  for (const [pattern, kind] of MARKS) {
    const found = pattern.exec(mark);
    if (found) return { id: styled[1], level: Number(styled[2]), ...kind(found) };
  }
  paragraph.prepend(mark);
  return null;
}

function takeMark(paragraph) {
  const begin = nodesOf(paragraph, NodeFilter.SHOW_COMMENT).find(({ data }) => data.includes("!supportLists"));
  const parts = [];
  for (let one = begin?.nextSibling; one && !one.data?.includes("[endif]"); one = one.nextSibling) parts.push(one);
  if (!begin) parts.push(...[...paragraph.querySelectorAll("[style]")].filter((one) => /mso-list:\s*ignore/i.test(one.getAttribute("style"))).slice(0, 1));
  const mark = parts.map((one) => one.textContent).join("");
  for (const one of parts) one.remove();
  return mark.replace(/\s+/g, "");
}

// A notice or a story has its title already: its own headings begin at the second level, and there are two.
function levelHeadings(body) {
  const first = body.querySelector("h1") ? 1 : 2;
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]) <= first ? "h2" : "h3";
    const other = document.createElement(level);
    other.append(...heading.childNodes);
    heading.replaceWith(other);
  }
}

// No cell reaches further than its table.
function mendTables(body) {
  for (const table of body.querySelectorAll("table")) {
    const rows = [...table.rows];
    const most = Math.max(1, ...rows.map((row) => row.cells.length));
    rows.forEach((row, at) => {
      for (const cell of row.cells) {
        for (const [name, limit] of [["colspan", most], ["rowspan", rows.length - at]]) {
          const span = Math.min(parseInt(cell.getAttribute(name)) || 1, limit);
          if (span > 1) cell.setAttribute(name, span);
          else cell.removeAttribute(name);
        }
      }
    });
  }
}

// Indents and gaps made of spaces and of empty lines: the page has its own.
function tidy(body) {
  for (const comment of nodesOf(body, NodeFilter.SHOW_COMMENT)) comment.remove();
  for (const block of body.querySelectorAll("p, h2, h3, section")) {
    const [first] = nodesOf(block, NodeFilter.SHOW_TEXT).filter(({ data }) => data.trim());
    if (first) first.data = first.data.replace(/^\s+/, "");
  }
  for (const block of [...body.querySelectorAll("p, h2, h3, section, div, li, ul, ol")].reverse()) {
    if (!block.textContent.trim() && !block.querySelector("table, hr")) block.remove();
  }
}
