// Copy buttons. Without this file they stay hidden, and the address is selected by hand.

for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const status = document.getElementById(button.dataset.tells);
  button.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = (await copy(field)) ? button.dataset.copied : button.dataset.notCopied;
  });
}

/** Whether the text of the field is in the clipboard now. */
async function copy(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Over plain http and in older browsers there is no such thing; this old way still works there.
    return document.execCommand('copy');
  }
}
