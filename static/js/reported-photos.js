// Photos for a report: a phone's camera gives one at a time, so that each choice is added to those before it.
const SHOWN = 320; // pixels

function add(input) {
  const chosen = new DataTransfer();
  const list = document.createElement("div");
  const most = Number(input.dataset.most);
  const help = input.parentElement.querySelector(".help");
  list.className = "chosen";
  input.parentElement.before(list);

  const tell = () => {
    input.files = chosen.files;
    const left = most - list.parentElement.querySelectorAll(".photo").length;
    help.textContent = left > 0 ? `还可以加 ${left} 张。` : "已经选满。";
    input.disabled = left <= 0 && !chosen.files.length;
  };

  const show = async (file, place) => {
    const canvas = document.createElement("canvas");
    try {
      const picture = await createImageBitmap(file, { resizeWidth: SHOWN, resizeQuality: "medium" });
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("2d").drawImage(picture, 0, 0);
      place.prepend(canvas);
    } catch {
      place.prepend(file.name); // HEIC, which few browsers show
    }
  };

  const hold = (file) => {
    const place = document.createElement("div");
    const away = document.createElement("button");
    place.className = "photo";
    Object.assign(away, { type: "button", className: "button plain", textContent: "去掉" });
    away.addEventListener("click", () => {
      chosen.items.remove([...chosen.files].indexOf(file));
      place.remove();
      tell();
    });
    place.append(away);
    list.append(place);
    chosen.items.add(file);
    show(file, place);
  };

  input.addEventListener("change", () => {
    for (const file of [...input.files]) {
      if (list.parentElement.querySelectorAll(".photo").length < most) hold(file);
    }
    tell();
  });
}

document.querySelectorAll("input[data-most]").forEach(add);
