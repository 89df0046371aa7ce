// Photos of a form: several are sent at once, each as soon as it is chosen, and are then moved by dragging or by
// buttons; a click on a picture, or the arrow keys, say what matters most of it. All of it lands in the plain
// fields of the rows, which do the same without this script.
const SHOWN = 480; // pixels
const STEPS = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, -5], ArrowDown: [0, 5] };

class PhotoRows {
  constructor(group) {
    this.group = group;
    this.prefix = group.dataset.prefix;
    this.list = group.querySelector(".photo-list");
    this.said = group.querySelector("[role=status]");
    this.total = group.querySelector(`[name=${this.prefix}-TOTAL_FORMS]`);
    this.template = this.list.querySelector(".empty-form");
    this.waiting = 0;
    group.classList.add("is-scripted");
    for (const row of this.rows()) this.dress(row);
    this.list.prepend(...this.rows().sort((one, other) => this.placeOf(one) - this.placeOf(other)));
    this.tellPlaces();
    if (this.template) this.takeFiles();
    this.letDrag();
  }

  rows() {
    return [...this.list.querySelectorAll(".photo-row:not(.empty-form)")];
  }

  field(row, name) {
    return row.querySelector(`[name=${row.id}-${name}]`);
  }

  // What a script writes into a field is told to whoever watches the form.
  put(field, value) {
    if (field.value === String(value)) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  placeOf(row) {
    return Number(this.field(row, "position").value);
  }

  // Only once something is moved: opening a form changes nothing in it.
  number() {
    this.rows().forEach((row, at) => this.put(this.field(row, "position"), at));
    this.tellPlaces();
  }

  tellPlaces() {
    const rows = this.rows();
    rows.forEach((row, at) => {
      row.querySelector("[data-move='-1']").disabled = at === 0;
      row.querySelector("[data-move='1']").disabled = at === rows.length - 1;
      row.querySelector("[data-place]").textContent = at ? `第 ${at + 1} 张` : "封面";
    });
  }

  dress(row) {
    const buttons = row.querySelector(".photo-buttons");
    const place = document.createElement("strong");
    place.dataset.place = "";
    const moves = [
      ["上移", -1],
      ["下移", 1],
    ].map(([words, step]) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", className: "button", textContent: words });
      made.dataset.move = step;
      made.addEventListener("click", () => this.move(row, step, made));
      return made;
    });
    buttons.prepend(place, ...moves);
    this.letFocus(row);
    row.draggable = true;
    // In a box a drag selects its text.
    row.addEventListener("pointerdown", (event) => (row.draggable = !event.target.closest("input")));
  }

  move(row, step, button) {
    const rows = this.rows();
    const beside = rows[rows.indexOf(row) + step];
    if (!beside) return;
    beside[step < 0 ? "before" : "after"](row);
    this.number();
    if (button.disabled) row.querySelector(`[data-move='${-step}']`).focus();
    else button.focus();
    this.said.textContent = `现在是第 ${this.rows().indexOf(row) + 1} 张，共 ${rows.length} 张。`;
  }

  letDrag() {
    let dragged;
    this.list.addEventListener("dragstart", (event) => {
      dragged = event.target.closest?.(".photo-row");
      if (!dragged) return;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      dragged.classList.add("is-dragged");
    });
    this.list.addEventListener("dragover", (event) => {
      const over = dragged && event.target.closest(".photo-row");
      if (!over) return;
      event.preventDefault();
      const { top, height } = over.getBoundingClientRect();
      if (over !== dragged) over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
    });
    this.list.addEventListener("dragend", () => {
      dragged?.classList.remove("is-dragged");
      dragged = undefined;
      this.number();
    });
  }

  letFocus(row) {
    const shown = row.querySelector(".photo-shown");
    const picture = document.createElement("button");
    const point = document.createElement("span");
    picture.type = "button";
    picture.className = "photo-shown";
    point.className = "photo-point";
    picture.append(...shown.childNodes, point);
    shown.replaceWith(picture);
    const [across, down] = ["focus_x", "focus_y"].map((name) => this.field(row, name));
    const tell = () => {
      point.style.left = `${across.value}%`;
      point.style.top = `${down.value}%`;
      picture.ariaLabel = `照片的焦点：横 ${across.value}，纵 ${down.value}。裁成小图时留住这里；点照片上最要紧的地方，或按方向键移动。`;
    };
    const set = (x, y) => {
      const [inX, inY] = [x, y].map((one) => Math.min(100, Math.max(0, Math.round(one))));
      this.put(across, inX);
      this.put(down, inY);
      tell();
      this.said.textContent = `焦点：横 ${inX}，纵 ${inY}。`;
    };
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      if (event.detail) set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
    });
    picture.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      set(Number(across.value) + step[0], Number(down.value) + step[1]);
    });
    tell();
  }

  takeFiles() {
    for (const choice of this.group.querySelectorAll(".photo-choice input")) {
      choice.removeAttribute("name"); // each is sent by itself
      choice.addEventListener("change", () => {
        this.take([...choice.files]);
        choice.value = "";
      });
    }
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    for (const name of ["dragenter", "dragover"]) {
      this.group.addEventListener(name, (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        this.group.classList.add("is-over");
      });
    }
    this.group.addEventListener("dragleave", (event) => {
      if (!this.group.contains(event.relatedTarget)) this.group.classList.remove("is-over");
    });
    this.group.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      this.group.classList.remove("is-over");
      this.take([...event.dataTransfer.files]);
    });
    this.group.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length) this.take([...event.clipboardData.files]);
    });
    this.group.closest("form").addEventListener("submit", (event) => this.holdBack(event), true);
  }

  holdBack(event) {
    if (!this.waiting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.said.textContent = `还有 ${this.waiting} 张照片没有传完，请稍候再保存。`;
    this.said.scrollIntoView({ block: "center" });
  }

  // One after another: a phone holds one picture in its memory, and the server reads one.
  async take(files) {
    const places = files.map((file) => this.hold(file));
    this.waiting += files.length;
    for (const [at, file] of files.entries()) {
      this.said.textContent = `正在上传第 ${at + 1} 张，共 ${files.length} 张：${file.name}`;
      const picture = await pictureOf(file);
      if (picture) places[at].prepend(picture);
      const answer = await this.send(file);
      this.waiting -= 1;
      if (answer.refused) this.refuse(places[at], file, answer.refused);
      else this.add(places[at], answer, picture);
    }
    this.tellWhatIsLacking();
  }

  tellWhatIsLacking() {
    const lacking = this.rows().filter((row) => !this.field(row, "alt").value.trim()).length;
    const refused = this.list.querySelectorAll(".photo-waiting .errorlist").length;
    this.said.textContent =
      `上传完了，保存后生效。` +
      (refused ? `${refused} 张没有收下，原因写在下面。` : "") +
      (lacking ? `还有 ${lacking} 张没有替代文字，送审或发布前要填写。` : "");
  }

  hold(file) {
    const place = document.createElement("div");
    place.className = "photo-waiting";
    place.append(`${file.name}，等待上传……`);
    this.list.append(place);
    return place;
  }

  async send(file) {
    const form = new FormData();
    form.append("file", file);
    form.append("csrfmiddlewaretoken", this.group.closest("form").querySelector("[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await fetch(this.group.dataset.address, { method: "POST", body: form, redirect: "manual" });
      if (answer.ok) return await answer.json();
      if (answer.status === 413) return { refused: "文件太大，没有传上去。" };
    } catch {
      return { refused: "网络断了，没有传上去，请再选一次。" };
    }
    return { refused: "登录已过期，或者没有上传的权限。请在另一个窗口重新登录，再选一次。" };
  }

  refuse(place, file, words) {
    const list = document.createElement("ul");
    const dismiss = document.createElement("button");
    list.className = "errorlist";
    list.append(document.createElement("li"));
    list.firstChild.textContent = `${file.name}：${words}`;
    Object.assign(dismiss, { type: "button", className: "button", textContent: "知道了" });
    dismiss.addEventListener("click", () => place.remove());
    place.replaceChildren(list, dismiss);
  }

  add(place, { token, shown }, picture) {
    const at = this.total.value;
    const row = this.template.cloneNode(true);
    row.classList.remove("empty-form");
    for (const one of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace("__prefix__", at));
      }
    }
    const chosen = document.createElement("input");
    Object.assign(chosen, { type: "hidden", name: `desk_file-${this.prefix}-${at}-image`, value: token });
    const image = picture ?? new Image();
    if (shown && !picture) image.src = shown;
    row.querySelector(".photo-shown").append(image);
    row.append(chosen);
    row.querySelector(".field-image").remove(); // it is chosen already
    this.total.value = Number(at) + 1;
    const last = Math.max(-1, ...this.rows().map((one) => this.placeOf(one)));
    place.replaceWith(row);
    this.field(row, "position").value = last + 1;
    this.dress(row);
    this.tellPlaces();
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: this.prefix } }));
  }
}

// Small, as it will be seen; null where this browser cannot read the format, and the server's has to do.
async function pictureOf(file) {
  try {
    const read = await createImageBitmap(file);
    const scale = Math.min(1, SHOWN / Math.max(read.width, read.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [read.width, read.height].map((side) => Math.max(1, Math.round(side * scale)));
    canvas.getContext("2d").drawImage(read, 0, 0, canvas.width, canvas.height);
    read.close();
    return canvas;
  } catch {
    return null;
  }
}

for (const group of document.querySelectorAll(".photo-rows")) new PhotoRows(group);
