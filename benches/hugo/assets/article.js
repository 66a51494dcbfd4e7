// Copies the address of an article.
for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", () => {
    const say = (text) => (button.textContent = text);
    navigator.clipboard.writeText(button.dataset.link).then(
      () => say(button.dataset.done),
      () => say(button.dataset.failed),
    );
  });
}
