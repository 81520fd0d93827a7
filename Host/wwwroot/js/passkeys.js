// Forms that a passkey completes: shown only where browser and address can have passkeys.
(() => {
  "use strict";
  const isName = !/^[\d.]+$|^\[/.test(location.hostname); // a passkey belongs to a name, never to a bare address
  if (!isSecureContext || !isName || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const decoded = { create: json => PublicKeyCredential.parseCreationOptionsFromJSON(json), get: json => PublicKeyCredential.parseRequestOptionsFromJSON(json) };

  // Asks for the challenge with everything the form holds, token included; a refusal comes back as a page and is shown as one.
  const challenge = async form => {
    const answer = await fetch(form.dataset.challenge, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    return answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json") ? answer.json() : null;
  };

  const complete = async form => {
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    const like = form.querySelector("[data-like]");
    if (like) like.value = document.getElementById(like.dataset.like).checked;
    try {
      const asked = await challenge(form);
      if (asked) {
        const publicKey = decoded[form.dataset.passkey](asked);
        const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
        form.querySelector("[name=credential], [name='Input.Credential']").value = JSON.stringify(credential);
      }
      form.submit(); // without a challenge the page itself says what is wrong
    } catch {
      failed.hidden = false; // cancelled, timed out, or no passkey for this address
    }
  };

  const wake = () => {
    for (const form of document.querySelectorAll("form[data-passkey]")) form.hidden = false;
    for (const note of document.querySelectorAll("[data-no-passkey]")) note.hidden = true;
  };
  wake();
  document.addEventListener("htmx:afterSwap", wake);
  document.addEventListener("submit", event => {
    const form = event.target.closest("form[data-passkey]");
    if (!form) return;
    event.preventDefault();
    complete(form);
  });
})();
