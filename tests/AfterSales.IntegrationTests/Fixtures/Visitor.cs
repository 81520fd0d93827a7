using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>An answer of the server, parsed.</summary>
/// <param name="Url">Where the visitor ended after redirects.</param>
public sealed record Shown(HttpStatusCode Status, Uri Url, IHtmlDocument Document, string Body, HttpResponseMessage Response)
{
    /// <summary>The words on the page, white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Url} ({(int)Status}) has no '{selector}': {Text}");

    public IEnumerable<string> Texts(string selector) => Document.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));

    public Shown ShouldBeOk()
    {
        Status.ShouldBe(HttpStatusCode.OK, $"{Url}: {Text}");
        return this;
    }
}

/// <summary>A person with a browser without script: keeps cookies, follows redirects, sends the forms that pages show.</summary>
public sealed class Visitor : IDisposable
{
    static readonly HtmlParser Parser = new();
    readonly HttpClient _http;

    /// <param name="keepsConnections">False for a browser that connects anew for every request, so that a proxy may send each to another host.</param>
    public Visitor(Uri address, string language, bool keepsConnections = true)
    {
        _http = new HttpClient(new CookiesOfTheTestsTime(new SocketsHttpHandler
            { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = keepsConnections ? Timeout.InfiniteTimeSpan : TimeSpan.Zero })) { BaseAddress = address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>For requests that no page would make.</summary>
    public HttpClient Http => _http;

    public void Dispose() => _http.Dispose();

    public Task<Shown> OpenAsync(string path) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Asks for a part of a page, as htmx does.</summary>
    public Task<Shown> FragmentAsync(string path, string? target = null) => SendAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("HX-Request", "true");
        if (target is not null) request.Headers.Add("HX-Target", target);
        return request;
    });

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<Shown> SubmitAsync(string path, Dictionary<string, string?> fields, string? with = null) => await SubmitAsync((await OpenAsync(path)).ShouldBeOk(), fields, with);

    /// <summary>
    /// Sends the form of a page: everything the page itself would send, hidden fields and defaults included, with the given fields filled in.
    /// </summary>
    /// <param name="fields">Values by field name, in full (<c>Input.Phone</c>) or without the prefix (<c>Phone</c>); null leaves a field out; a check box is ticked by its value.</param>
    /// <param name="with">CSS selector of something inside the wanted form, or of the button that sends it; without it, the first form that posts and has all the fields.</param>
    /// <exception cref="InvalidOperationException">The page has no such form or field.</exception>
    public async Task<Shown> SubmitAsync(Shown page, Dictionary<string, string?> fields, string? with = null, bool asHtmx = false, Dictionary<string, FileToSend>? files = null)
    {
        var form = FormOf(page, fields.Keys, with);
        var sent = Controls(form).ToList();
        foreach (var (name, value) in fields)
        {
            var full = NameIn(form, name) ?? throw new InvalidOperationException($"{page.Url}: the form has no field '{name}'; it has {string.Join(", ", Named(form).Distinct())}.");
            sent.RemoveAll(c => c.Key == full);
            if (value is not null) sent.Add(new(full, value));
        }
        var button = with is null ? null : form.QuerySelector(with)?.GetAttribute("formaction"); // a button of its own purpose sends the form elsewhere
        var action = (button ?? form.GetAttribute("action")) is { Length: > 0 } given ? new Uri(page.Url, given) : page.Url;
        if (form.Method.Equals("get", StringComparison.OrdinalIgnoreCase))
        {
            using var query = new FormUrlEncodedContent(sent);
            return await OpenAsync($"{action.AbsolutePath}?{await query.ReadAsStringAsync()}");
        }
        return await SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = Content(form, sent, files) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            if (asHtmx) request.Headers.Add("HX-Request", "true");
            return request;
        });
    }

    static HttpContent Content(IHtmlFormElement form, List<KeyValuePair<string, string>> sent, Dictionary<string, FileToSend>? files)
    {
        if (form.Enctype != "multipart/form-data") return new FormUrlEncodedContent(sent);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in sent) content.Add(new StringContent(value), name);
        foreach (var (name, file) in files ?? [])
            content.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new(file.Type) } }, NameIn(form, name) ?? name, file.Name);
        return content;
    }

    static IHtmlFormElement FormOf(Shown page, IEnumerable<string> fields, string? with)
    {
        var forms = page.Document.Forms.Where(f => with is null ? f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) : f.QuerySelector(with) is not null || f.Matches(with)).ToList();
        return forms.FirstOrDefault(f => fields.All(n => NameIn(f, n) is not null)) ?? (with is not null ? forms.FirstOrDefault() : null)
            ?? throw new InvalidOperationException($"{page.Url} ({(int)page.Status}) has no form with {(with ?? string.Join(", ", fields))}; its forms have: "
                + string.Join(" | ", page.Document.Forms.Select(f => string.Join(", ", Named(f).Distinct()))) + $". It says: {page.Text}");
    }

    static string? NameIn(IHtmlFormElement form, string name)
    {
        var names = Named(form).ToHashSet();
        return names.Contains(name) ? name : names.FirstOrDefault(n => n.EndsWith("." + name, StringComparison.Ordinal));
    }

    static IEnumerable<string> Named(IHtmlFormElement form) => form.Elements.Select(e => e.GetAttribute("name")).OfType<string>();

    /// <summary>What a browser would send of the form as it stands, its first submit button included.</summary>
    static IEnumerable<KeyValuePair<string, string>> Controls(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(e => e.HasAttribute("name") && !e.HasAttribute("disabled") && e.Closest("fieldset[disabled]") is null))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked) yield return new(name, box.Value is { Length: > 0 } value ? value : "on");
                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions) yield return new(name, option.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                default:
                    break;
            }
        }
        if (form.QuerySelector("button[name]:not([type=button]), input[type=submit][name]") is { } button)
            yield return new(button.GetAttribute("name")!, button.GetAttribute("value") ?? "");
    }

    public async Task<Shown> SendAsync(Func<HttpRequestMessage> make)
    {
        var response = await _http.SendAsync(make());
        for (var hop = 0; response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently or HttpStatusCode.RedirectKeepVerb && hop < 8; hop++)
            response = await _http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        var body = response.Content.Headers.ContentType?.MediaType is null or "text/html" or "application/json" or "application/problem+json" or "text/plain" or "image/svg+xml"
            ? await response.Content.ReadAsStringAsync() : "";
        return new Shown(response.StatusCode, response.RequestMessage!.RequestUri!, Parser.ParseDocument(body), body, response);
    }
}

/// <summary>A file chosen in a form.</summary>
public sealed record FileToSend(string Name, byte[] Content, string Type = "application/octet-stream");

/// <summary>Keeps cookies as a browser does, but by the clock of the test: a day that is past today may be to come there. A cookie is forgotten when the server takes it back.</summary>
file sealed class CookiesOfTheTestsTime(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    readonly CookieContainer _kept = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_kept.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given))
            foreach (var cookie in given)
                _kept.SetCookies(request.RequestUri!, cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase) ? cookie : string.Join(';', cookie.Split(';').Where(part => !part.TrimStart().StartsWith("expires=", StringComparison.OrdinalIgnoreCase))));
        return answer;
    }
}
