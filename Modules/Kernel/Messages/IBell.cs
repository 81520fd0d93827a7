namespace AfterSales.Kernel.Messages;

/// <summary>
/// Tells staff that something needs them: shown under the bell until it is read or ninety days old. Ring it outside a write of your own context
/// (from a job, an event handler, or after saving), since it writes to the Host's tables.
/// </summary>
public interface IBell
{
    Task RingAsync(Recipients to, Notice notice, CancellationToken ct);

    /// <param name="roles">Who should know.</param>
    /// <param name="once">Key under which the same news is told only once, e.g. <c>breached:SO-2026-000123</c>.</param>
    /// <param name="textKey">Sentence to show; placeholders are filled from <paramref name="args"/> in the reader's language.</param>
    /// <param name="link">Page that shows the matter.</param>
    Task RingAsync(IReadOnlyList<string> roles, string once, string textKey, IReadOnlyList<string> args, string link, CancellationToken ct) =>
        RingAsync(Recipients.InRole([.. roles]), new Notice(once, textKey, args, link), ct);
}

/// <summary>
/// Who a notice is for. Who holds a role or a permission is decided when somebody looks, so a deputy sees it for the days of his deputyship,
/// and a notice to one person is seen by that person's deputy too. Notices older than an account are not shown to it.
/// </summary>
public sealed record Recipients
{
    Recipients(IEnumerable<string> addresses) => Addresses = [.. addresses.Distinct()];

    /// <summary>Addresses such as <c>role:dispatcher</c>, <c>permission:service.orders.read</c>, <c>person:42</c>.</summary>
    public IReadOnlyList<string> Addresses { get; }

    public static Recipients InRole(params string[] roles) => new(roles.Select(RoleAddress));
    public static Recipients WithPermission(params string[] codes) => new(codes.Select(PermissionAddress));
    /// <param name="accountId">The <see cref="Actor.Id"/> of a signed-in person.</param>
    public static Recipients Person(string accountId) => new([PersonAddress(accountId)]);
    public Recipients And(Recipients others) => new(Addresses.Concat(others.Addresses));

    public static string RoleAddress(string role) => "role:" + role;
    public static string PermissionAddress(string code) => "permission:" + code;
    public static string PersonAddress(string accountId) => "person:" + accountId;
}

/// <summary>One piece of news. Texts are keys and values, so that each reader sees his own language.</summary>
/// <param name="Once">Key under which the same news is told only once.</param>
/// <param name="TextKey">Key of the sentence.</param>
/// <param name="Args">Values for the sentence's placeholders; a value that is itself a text key is shown in the reader's language.</param>
/// <param name="Link">Address within the product of the page that shows the matter, e.g. <c>/Service/Requests</c>.</param>
public sealed record Notice(string Once, string TextKey, IReadOnlyList<string> Args, string Link)
{
    /// <summary>Particulars under the sentence, each with a page of its own.</summary>
    public IReadOnlyList<NoticeLine> Lines { get; init; } = [];
}

/// <inheritdoc cref="Notice"/>
public sealed record NoticeLine(string TextKey, IReadOnlyList<string> Args, string Link);
