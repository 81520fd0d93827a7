// Sends the forms of /Integrations/Try. The token stays in its field: it is neither stored nor put into an address.
(() => {
  'use strict';

  const fill = form => form.querySelectorAll('[data-in=header][name=Idempotency-Key]').forEach(field => {
    if (!field.value) field.value = crypto.getRandomValues(new Uint32Array(4)).join('-');
  });

  const request = form => {
    const query = new URLSearchParams(), headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang };
    let path = form.dataset.path;
    form.querySelectorAll('input[data-in]').forEach(field => {
      const value = field.value.trim();
      if (field.dataset.in === 'path') path = path.replace(`{${field.name}}`, encodeURIComponent(value));
      else if (value && field.dataset.in === 'query') query.append(field.name, value);
      else if (value) headers[field.name] = value;
    });
    const body = form.querySelector('[data-in=body]')?.value;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    headers.Authorization = 'Bearer ' + document.getElementById('try-token').value.trim();
    return [path + (query.size ? '?' + query : ''), { method: form.dataset.method, headers, body, credentials: 'omit', cache: 'no-store' }];
  };

  const show = (form, status, text) => {
    const pre = form.querySelector('pre');
    form.querySelector('samp').textContent = status;
    pre.hidden = !text;
    try { pre.textContent = JSON.stringify(JSON.parse(text), null, 2); } catch { pre.textContent = text; }
  };

  document.querySelectorAll('form.try').forEach(form => form.addEventListener('submit', async event => {
    event.preventDefault();
    fill(form);
    try {
      const [address, options] = request(form), answer = await fetch(address, options), tag = answer.headers.get('ETag');
      show(form, `${answer.status} ${answer.statusText} ${tag ? 'ETag ' + tag : ''}`, await answer.text());
    } catch (error) {
      show(form, String(error), '');
    }
  }));
})();
