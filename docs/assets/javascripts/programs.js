// Blocks of programs: copy them, enlarge their figures. A page says all without this.

// A button of ours works on every page that instant navigation puts in place.
document$.subscribe(async () => {
  for (const button of document.querySelectorAll(".copy-page")) {
    copies(button, () => read(button.dataset.page));
    // A page opened from a file may not read another one; its link is there.
    button.hidden = location.protocol === "file:";
  }
  // A few blocks at a time: a long page answers its reader meanwhile.
  const codes = [...document.querySelectorAll(".md-typeset pre > code")];
  for (const [number, code] of codes.entries()) {
    if (number % 8 === 7) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    addButtons(code.closest(".highlight") ?? code.parentElement, code);
  }
});

function addButtons(box, code) {
  if (box.querySelector(":scope > .copy")) {
    return;
  }
  const program = box.closest(".program");
  const bar = element("div", { className: "copy" });
  if (program?.dataset.source) {
    const name = program.dataset.source.split("/").pop();
    bar.append(
      copyButton("Copy program to here", "Copy to here", `Copy ${name} from its first line through this block`, () => copied(program)),
      copyButton("block alone", "block", "Copy this block alone", () => code.textContent),
    );
  } else {
    bar.append(copyButton("Copy", "Copy", "Copy this block", () => code.textContent));
  }
  if (program?.id) {
    const title = "Address of this block";
    bar.append(element("a", { href: `#${program.id}`, title, ariaLabel: title, textContent: "¶" }));
  }
  code.parentElement.before(bar); // above the code, for the eye and for the keyboard
}

// A program's code stands on the page once: in its blocks, and between them in `before`.
function copied(program) {
  let text = "";
  for (const block of document.querySelectorAll(".program[data-source]")) {
    if (block.dataset.source === program.dataset.source) {
      const code = block.querySelector("pre > code");
      text = block.dataset.copy ?? text + block.dataset.before + code.textContent;
    }
    if (block === program) {
      return text;
    }
  }
}

function copyButton(label, short, title, text) {
  const button = element("button", { type: "button", title });
  button.append(element("span", { textContent: label }));
  button.dataset.short = short; // for a phone
  copies(button, text);
  return button;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${answer.url}: ${answer.status}`);
  }
  return answer.text();
}

// Have a button copy a text, and say how much that was, or that it was nothing.
function copies(button, text) {
  const label = button.textContent;
  const short = button.dataset.short;
  let timer;
  button.addEventListener("click", async () => {
    const lines = await write(text());
    const said = lines ? `Copied ${lines} line${lines === 1 ? "" : "s"}` : "Could not copy";
    document.querySelector(".copy-status").textContent = said;
    say(button, said, said);
    clearTimeout(timer);
    timer = setTimeout(() => say(button, label, short), 2000);
  });
}

function say(button, label, short) {
  (button.querySelector("span") ?? button).textContent = label;
  if (short) {
    button.dataset.short = short;
  }
}

// Put a text, which may be on its way, into the clipboard; return how many lines it has.
async function write(text) {
  const lines = async () => (await text).trimEnd().split("\n").length;
  try {
    // Safari takes a promise within the click, and nothing once it is over.
    const data = (async () => new Blob([await text], { type: "text/plain" }))();
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": data })]);
    return await lines();
  } catch {
    // Where the browser gives no clipboard: over plain http, or asked not to.
    const value = await Promise.resolve(text).catch(() => "");
    const focused = document.activeElement;
    const area = element("textarea", { value, className: "copy-source" });
    document.body.append(area);
    area.select();
    const done = value && document.execCommand("copy");
    area.remove();
    focused.focus();
    return done ? lines() : 0;
  }
}

// A figure opens in a dialog of its page; without a script, its link opens it alone.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.enlarge");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const dialog = element("dialog", { className: "enlarged md-typeset", ariaLabel: "Enlarged figure" });
  const close = element("button", { type: "button", textContent: "Close" });
  const room = element("div", { tabIndex: 0 }); // in which it can be moved
  room.append(link.querySelector("img").cloneNode());
  dialog.append(close, room);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}, true);

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

document.body.append(
  Object.assign(element("div", { className: "copy-status" }), { ariaLive: "polite" }),
);
